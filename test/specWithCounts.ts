import Mocha from 'mocha';
import { writeCounts } from './counts.ts';

/** So long after the last test the process may go on; then something that a test has opened is open still. */
const CLOSING_MILLISECONDS = 20_000;

/** Mocha's usual report, and at its end the counts for whoever adds them up. */
class SpecWithCounts extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 };
      writeCounts({ passed: passes, failed: failures, skipped: pending });
      setTimeout(() => {
        process.stdout.write(`Left open by some test: ${process.getActiveResourcesInfo().join(', ')}\n`);
        writeCounts({ passed: passes, failed: failures + 1, skipped: pending });
        process.exit(1);
      }, CLOSING_MILLISECONDS).unref();
    });
  }
}

// eslint-disable-next-line no-restricted-syntax -- mocha takes a reporter from a file's default export
export default SpecWithCounts;
