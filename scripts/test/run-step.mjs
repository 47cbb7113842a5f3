import { spawn } from 'node:child_process';

/**
 * Runs one step and says how it went. `count(code)` turns the exit code and the runner's own report into
 * { passed, failed }; without it the step is one check.
 */
export function runStep({ name, command, environment, count }) {
  const started = performance.now();
  const single = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return new Promise((done) => {
    const child = spawn(command[0], command.slice(1), {
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const finish = (code, problem) => {
      const seconds = (performance.now() - started) / 1000;
      const { passed, failed } = (count ?? single)(code);
      const text = Buffer.concat(output).toString('utf8').trimEnd();
      console.log(`${failed === 0 ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s): ${passed} passed, ${failed} failed`);
      const versions = text.match(/^.*PostgreSQL \d+.*$/gm);
      if (failed > 0) console.log(`${text}\n${problem ?? ''}`);
      else if (versions) console.log(`  ${versions[0].trim()}`);
      done({ name, passed, failed, seconds });
    };
    child.on('error', (error) => finish(1, error.message));
    child.on('close', (code) => finish(code ?? 1));
  });
}
