import envPaths from 'env-paths';

/** Where what can be made again is kept in between runs, if nobody names another folder. */
export function cacheFolder(): string {
  return process.env['SOURCE_CHECK_CACHE'] ?? envPaths('source-check', { suffix: '' }).cache;
}
