import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A page of the documentation that a run writes. */
export interface KeptPage {
  /** What stands there now; empty where there is no page yet. */
  readonly text: () => string;
  readonly write: (text: string) => void;
}

/** The page of that name under `docs`. */
export const keptPage = (name: string): KeptPage => {
  const file = fileURLToPath(new URL(`../../../../docs/${name}`, import.meta.url));
  return {
    text: () => (existsSync(file) ? readFileSync(file, 'utf8') : ''),
    write: (text) => writeFileSync(file, text),
  };
};
