import type { Connection } from 'vscode-languageserver';
import { timeLeft } from '../workspace/timeLeft.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { OpenProject } from './openProjects.ts';

type Reporter = Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>>;

/** Shows how far indexing is in the client's own progress display, where the user can stop it. */
export interface IndexProgressDisplay {
  update(project: OpenProject, stop: () => void): void;
  dispose(): void;
}

/** Indexing that is over sooner is not worth a display. */
const PATIENCE_MILLISECONDS = 400;

/** Displays are not redrawn more often. */
const INTERVAL_MILLISECONDS = 100;

export function createIndexProgressDisplay(
  connection: Pick<Connection, 'window'>,
  support: Pick<ClientSupport, 'progress'>,
): IndexProgressDisplay {
  interface Display {
    readonly timer: NodeJS.Timeout;
    reporter?: Reporter;
    reportedAt: number;
    /** When the first of them was known to be read, and how many were then. */
    readonly since: number;
    readonly from: number;
    ended: boolean;
  }
  const displays = new Map<string, Display>();

  async function show(display: Display, project: OpenProject, stop: () => void): Promise<void> {
    const reporter = await connection.window.createWorkDoneProgress();
    if (display.ended) return;
    display.reporter = reporter;
    reporter.begin('Source Check: reading sources', 0, messageOf(project), true);
    reporter.token.onCancellationRequested(() => {
      stop();
      end(project.root);
    });
  }

  function end(root: string): void {
    const display = displays.get(root);
    displays.delete(root);
    if (!display) return;
    display.ended = true;
    clearTimeout(display.timer);
    display.reporter?.done();
  }

  return {
    update(project, stop) {
      if (!support.progress) return;
      if (project.state !== 'indexing') return end(project.root);
      if (project.progress?.phase !== 'indexing') return;
      const display = displays.get(project.root);
      if (!display) {
        const made: Display = {
          timer: setTimeout(() => void show(made, project, stop).catch(() => undefined), PATIENCE_MILLISECONDS),
          reportedAt: 0,
          since: Date.now(),
          from: project.progress.done,
          ended: false,
        };
        displays.set(project.root, made);
        return;
      }
      const now = Date.now();
      if (!display.reporter || now - display.reportedAt < INTERVAL_MILLISECONDS) return;
      display.reportedAt = now;
      const left = timeLeft(project.progress, display.from, now - display.since);
      display.reporter.report(percentageOf(project), messageOf(project) + left);
    },
    dispose() {
      for (const root of [...displays.keys()]) end(root);
    },
  };
}

function percentageOf({ progress }: OpenProject): number {
  return progress && progress.total > 0 ? Math.floor((100 * progress.done) / progress.total) : 0;
}

function messageOf({ progress }: OpenProject): string {
  return progress ? `${progress.done} of ${progress.total}` : '';
}
