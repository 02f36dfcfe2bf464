import { counted } from '../report/report.ts';
import type { IndexCommand } from './arguments.ts';
import type { Console } from './console.ts';
import { indexStatsText } from './indexStats.ts';
import { projectHere } from './openedProject.ts';
import { progressLine } from './progress.ts';

/** Brings the index in step with the sources, or builds it anew. */
export async function runIndex(command: IndexCommand, console: Console): Promise<number> {
  const progress = progressLine(console);
  const project = await projectHere(command.corpus, console, progress);
  try {
    const summary = command.rebuild ? await project.handle.rebuild() : await project.handle.ready;
    progress.clear();
    if (command.stats) {
      console.out(await indexStatsText(project.handle, command.format));
      return 0;
    }
    const changes = [
      [summary.added, 'added'],
      [summary.changed, 'changed'],
      [summary.moved, 'moved'],
      [summary.removed, 'removed'],
      [summary.unchanged, 'unchanged'],
    ] as const;
    const told = changes.filter(([count]) => count > 0).map(([count, what]) => `${count.toLocaleString('en')} ${what}`);
    const { backend, corpus } = project.handle;
    const kept = backend === 'memory' ? ' The index could not be kept on disk.' : '';
    console.out(`${counted(corpus.documents.size, 'source')}: ${told.join(', ')}.${kept}\n`);
    return 0;
  } finally {
    await project.close();
  }
}
