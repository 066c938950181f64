import { cpSync, globSync } from 'node:fs';
import { join } from 'node:path';

// Templates are read beside the code that renders them; the compiler does not know them.
const [to = 'dist'] = process.argv.slice(2);
for (const template of globSync('**/*.hbs', { cwd: 'src' })) cpSync(join('src', template), join(to, template));
