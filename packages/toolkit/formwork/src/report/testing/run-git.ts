import { execFileSync } from 'node:child_process';

const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
/** The environment of somebody without any configuration of git, whoever runs the tests, and in a hook too. */
export const withoutConfiguration = {
  ...Object.fromEntries(inherited),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
};

/** Runs git in a folder, for a test, whatever it is configured to do. Returns what it printed; throws where it fails. */
export function runGit(folder: string, ...words: readonly string[]): string {
  const settings = ['-c', 'maintenance.auto=false', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...settings, ...words], {
    cwd: folder,
    env: withoutConfiguration,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
