// cspell:words Emscripten mknod NODEFS setattr
// Plain JavaScript for the same reason as the worker that uses it.
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

const OWNER_ONLY = ~0o077;

/**
 * The part of Emscripten's own filesystem that gives modes.
 * @typedef {{ mode?: number }} Attributes
 * @typedef {{
 *   mknod: (parent: object, name: string, mode: number, dev: number) => object,
 *   setattr: (node: object, attributes: Attributes) => void,
 * }} NodeOperations
 */

/**
 * PostgreSQL in WASM asks for 0666 in places, and what it asks for is set whatever the umask says.
 * @param {NodeOperations} operations
 */
const withholdFromOthers = (operations) => {
  const { mknod, setattr } = operations;
  operations.mknod = (parent, name, mode, dev) => mknod(parent, name, mode & OWNER_ONLY, dev);
  operations.setattr = (node, attributes) =>
    setattr(node, attributes.mode === undefined ? attributes : { ...attributes, mode: attributes.mode & OWNER_ONLY });
};

/** The data folder of PGlite, where every file and folder is its owner's alone. */
export class PrivateNodeFS extends NodeFS {
  /** @param {string} dataDir */
  constructor(dataDir) {
    if (!existsSync(dataDir)) mkdirSync(dataDir, { mode: 0o700 });
    chmodSync(dataDir, 0o700);
    super(dataDir);
  }

  /** @override @type {NodeFS['init']} */
  async init(pg, options) {
    /** @param {{ NODEFS?: unknown }} module */
    const guard = ({ NODEFS }) => {
      withholdFromOthers(/** @type {{ node_ops: NodeOperations }} */ (NODEFS).node_ops);
    };
    return super.init(pg, { ...options, preRun: [...(options.preRun ?? []), guard] });
  }
}
