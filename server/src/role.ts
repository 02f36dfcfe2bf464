import { isMainThread } from 'node:worker_threads';

/** How clients ask for a language server: by name, or by a transport alone. */
const TRANSPORT = /^--(?:stdio|node-ipc|pipe|socket)(?:=|$)/;

/** What the program is to be in this thread: a worker builds the index, a process is one of the other two. */
export function roleOf([first = '']: readonly string[]): 'index-worker' | 'language-server' | 'command-line' {
  if (!isMainThread) return 'index-worker';
  return first === 'language-server' || TRANSPORT.test(first) ? 'language-server' : 'command-line';
}
