import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeFiles } from '../report/node-files.ts';
import { kindIds, loadKind } from './kinds.ts';
import { questionsOf, type Question } from './questions.ts';

type Answers = Readonly<Record<string, unknown>>;

type Prompt = {
  readonly type: 'input' | 'confirm';
  readonly name: string;
  readonly message: string;
  readonly default?: unknown;
  readonly when: boolean;
};

/** What is used of Plop. */
export type Plop = {
  readonly getPlopfilePath: () => string;
  readonly getDestBasePath: () => string;
  readonly setGenerator: (
    id: string,
    generator: { description: string; prompts: Prompt[]; actions: ((answers: Answers) => Promise<string>)[] },
  ) => unknown;
};

const engine = fileURLToPath(new URL('../cli/formwork.js', import.meta.url));

/** Registers every kind. */
export async function registerAll(plop: Plop): Promise<void> {
  for (const id of kindIds(nodeFiles)) {
    const { summary, options } = await loadKind(id, nodeFiles);
    const questions = questionsOf(options);
    plop.setGenerator(id, {
      description: summary,
      prompts: questions.map(promptFor),
      actions: [(answers) => handOver(['gen', id, ...wordsFor(questions, answers)], plop.getDestBasePath())],
    });
  }
}

/**
 * Without a terminal nothing is asked: the engine says what is missing. Nor is a switch whose default follows from other options.
 * A `when` that is a function could not be bypassed by `--args`.
 */
function promptFor({ key, type, text, required, defaultValue }: Question): Prompt {
  return {
    type: type === 'switch' ? 'confirm' : 'input',
    name: key,
    message: required ? text : `${text} (may be left empty)`,
    ...(defaultValue === undefined ? {} : { default: defaultValue }),
    when: (type !== 'switch' || defaultValue !== undefined) && process.stdin.isTTY === true,
  };
}

function wordsFor(questions: readonly Question[], answers: Answers): readonly string[] {
  return questions.flatMap(({ key, type }) => {
    const answer = answers[key];
    const flag = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (answer === undefined || answer === '') return [];
    if (type !== 'switch') return [`--${flag}=${String(answer)}`];
    return [answer === true ? `--${flag}` : `--no-${flag}`];
  });
}

/** Runs the engine in front of the user; rejects where it fails, so that Plop's action fails. */
function handOver(words: readonly string[], folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [engine, ...words, '--format=text'], { cwd: folder, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(`formwork ${words.join(' ')}`);
      // Plop's host ends with 1 at a failed action, or with 0: set last, the engine's own code is the one that counts.
      process.once('exit', () => (process.exitCode = code ?? 2));
      reject(new Error(`formwork ${words.join(' ')} has failed, and changed nothing`));
    });
  });
}
