import { realpath, statfs } from 'node:fs/promises';

/**
 * File systems, by the numbers that Linux gives them, whose files may be changed from elsewhere without this machine being told:
 * NFS, SMB and CIFS, AFS, Ceph, 9P (Windows folders seen from within WSL), FUSE (sshfs, cloud drives, folders lent to a container),
 * and folders that a virtual machine is lent.
 */
const REMOTE = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x6b414653, 0x00c36400, 0x01021997, 0x65735546, 0x786f4256,
  0xbacbacbc, 0x7c7c6673,
]);

/** May files in this folder change without anybody being told? Of a folder that is not there: no. */
export async function isOnNetwork(folder: string): Promise<boolean> {
  try {
    // Of a drive letter, Windows tells the share behind it.
    const real = await realpath(folder);
    return isRemote(process.platform, real, (await statfs(real)).type);
  } catch {
    return false;
  }
}

/** `type`: the number of the file system, which only Linux has the same everywhere. */
export function isRemote(platform: NodeJS.Platform, folder: string, type: number): boolean {
  if (platform === 'win32') return folder.startsWith('\\\\');
  if (platform === 'darwin') return folder.startsWith('/Volumes/');
  // Some runtimes give the number with a sign.
  return REMOTE.has(type >>> 0);
}
