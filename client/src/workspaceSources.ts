import { FileType, RelativePattern, Uri, workspace } from 'vscode';

/** The folders that hold sources where nothing else is said. */
const DEFAULT_FOLDERS = ['sources', 'seeds'];

/** Whether any folder of the workspace is to be checked. */
export function isEnabled(): boolean {
  return roots().some((root) => workspace.getConfiguration('sourceCheck', root).get('enable', true));
}

/** Whether there may be something to check against: a setting, a configuration file or a folder of sources. */
export async function workspaceHasSources(): Promise<boolean> {
  for (const root of roots()) {
    if (workspace.getConfiguration('sourceCheck', root).get<string[]>('corpus', []).length > 0) return true;
    for (const name of DEFAULT_FOLDERS) if (await isFolder(Uri.joinPath(root, name))) return true;
    const files = await workspace.findFiles(
      new RelativePattern(root, '{source-check.json,*/source-check.json,*/*/source-check.json}'),
      '**/node_modules/**',
      1,
    );
    if (files.length > 0) return true;
  }
  return false;
}

/** The workspace's folders; without any, those of the open drafts. */
function roots(): readonly Uri[] {
  const folders = workspace.workspaceFolders?.map((folder) => folder.uri) ?? [];
  if (folders.length > 0) return folders;
  return workspace.textDocuments
    .filter((document) => document.languageId === 'markdown' && document.uri.scheme === 'file')
    .map((document) => Uri.joinPath(document.uri, '..'));
}

async function isFolder(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
