import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { EVENTS_FILE, type SuiteEvent } from './events.ts';

/** Called by VS Code inside its extension host: runs every suite beside this file, and rejects if a test fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: EventReporter });
  for (const file of readdirSync(__dirname)) if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

/**
 * A mocha reporter. The console of an extension host mixes with everybody's, gets lost when it is killed, and takes another
 * way in each kind of VS Code; a file does not.
 */
class EventReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env[EVENTS_FILE];
    if (!file) throw new Error(`${EVENTS_FILE} is not set.`);
    const write = (event: SuiteEvent) => appendFileSync(file, `${JSON.stringify(event)}\n`);
    let depth = 0;
    runner.on('suite', (suite) => {
      if (!suite.root) write({ event: 'suite', title: suite.title, depth: depth++ });
    });
    runner.on('suite end', (suite) => {
      if (!suite.root) depth--;
    });
    runner.on('test', (test) => write({ event: 'begin', title: test.fullTitle() }));
    runner.on('pass', (test) => write({ event: 'pass', title: test.title, depth, milliseconds: test.duration ?? 0 }));
    runner.on('pending', (test) => write({ event: 'skip', title: test.title, depth }));
    runner.on('fail', (test, error: Error) =>
      write({ event: 'fail', title: test.title, depth, error: error.stack ?? String(error) }),
    );
    runner.on('end', () => write({ event: 'end' }));
  }
}
