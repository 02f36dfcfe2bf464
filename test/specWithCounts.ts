import Mocha from 'mocha';
import { writeCounts } from './counts.ts';

/** Mocha's usual report, and at its end the counts for whoever adds them up. */
class SpecWithCounts extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 };
      writeCounts({ passed: passes, failed: failures, skipped: pending });
    });
  }
}

// eslint-disable-next-line no-restricted-syntax -- mocha takes a reporter from a file's default export
export default SpecWithCounts;
