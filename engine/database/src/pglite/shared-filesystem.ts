// cspell:words statfs
import { statfsSync } from 'node:fs';

/** What `statfs` answers on Linux for filesystems that other machines, or a host under us, write too. */
const sharedTypes: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB 2'],
  [0x01021997, '9P'],
  [0x65735546, 'FUSE'],
  [0x6a656a63, 'a folder of the host'],
  [0x786f4256, 'a shared folder of VirtualBox'],
  [0xbacbacbc, 'a shared folder of VMware'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x01161970, 'GFS2'],
  [0x7461636f, 'OCFS2'],
  [0x47504653, 'GPFS'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
]);

/** The name of a filesystem of that type when it is shared beyond this machine's kernel, else null. */
export const sharedFilesystem = (type: number): string | null => sharedTypes.get(type) ?? null;

/**
 * The name of the filesystem of `dir` when it is shared beyond this machine's kernel, else null. There a lock may be kept
 * by each machine for itself, or be lost with the network while its holder goes on.
 */
export const sharedFilesystemAt = (dir: string): string | null => {
  if (process.platform === 'win32') return dir.startsWith('\\\\') ? 'a network share' : null;
  // Elsewhere the number is a place in a list of that kernel and says nothing.
  return process.platform === 'linux' ? sharedFilesystem(statfsSync(dir).type) : null;
};
