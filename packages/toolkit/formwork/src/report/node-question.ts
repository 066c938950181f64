import { createInterface } from 'node:readline';
import { Interrupted } from './interrupted.ts';

/**
 * Shows a question and resolves to the line that is typed.
 * Rejects with `Interrupted` where the input ends first, or Ctrl-C is typed.
 */
export function ask(question: string, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input, output });
    lines.on('close', () => reject(new Interrupted('SIGINT')));
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}
