import { throws } from 'node:assert/strict';
import test from 'node:test';
import { render } from './made-package.ts';
import { drawSurroundings } from './testing/draw-surroundings.ts';

test('a template that no kind has is a fault of the kind, and is named', () => {
  throws(() => render('feature/none.hbs', {}, drawSurroundings()), { name: 'Error', message: 'There is no template feature/none.hbs.' });
});
