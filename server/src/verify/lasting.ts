import { detached } from '../text/detached.ts';
import type { Finding } from './verdict.ts';

/**
 * The finding with texts of its own, for keeping it from one version of a draft to the next: words cut out of a draft would keep
 * all of that version in memory.
 */
export function lasting(finding: Finding): Finding {
  const { message, explanation, suggestions } = finding;
  return {
    ...finding,
    message: detached(message),
    explanation: explanation.map(detached),
    suggestions: suggestions.map(({ title, newText, ...rest }) => ({
      ...rest,
      title: detached(title),
      newText: detached(newText),
    })),
  };
}
