/** What a reader of a guide does, in the order of the page; `line` says where it is written. */
export type GuideStep = { readonly line: number } & (
  | { readonly kind: 'write'; readonly path: string; readonly content: string }
  /** Commands that end, in a folder; the empty name is the folder in which everything is. */
  | { readonly kind: 'run'; readonly folder: string; readonly commands: readonly string[] }
  /** A command that goes on, in a terminal of its own. */
  | { readonly kind: 'start'; readonly folder: string; readonly command: string }
  /** What the last command shows; `…` stands for anything. */
  | { readonly kind: 'expect'; readonly lines: readonly string[] }
  /** What is done by hand: in the browser or with the keyboard. */
  | { readonly kind: 'do'; readonly deed: string }
);

interface Block {
  readonly line: number;
  /** The last line of prose above it. */
  readonly above: string;
  readonly lines: readonly string[];
}

type Reader = (match: RegExpExecArray, block: Block) => GuideStep;

const onlyCommand = ({ line, lines }: Block): string => {
  const [command, ...more] = lines;
  if (command === undefined || more.length > 0)
    throw new Error(`Expected one command in a terminal of its own at line ${line}, but found ${lines.length}`);
  return command;
};

/** How a block is announced says what it is. */
const announcements: readonly (readonly [RegExp, Reader])[] = [
  [
    /^`([^`]+)`:$/,
    ([, path = ''], { line, lines }) => ({ kind: 'write', line, path, content: `${lines.join('\n')}\n` }),
  ],
  [
    /^In `([\w-]+)`, in a terminal of its own:$/,
    ([, folder = ''], block) => ({ kind: 'start', line: block.line, folder, command: onlyCommand(block) }),
  ],
  [/\bIn `([\w-]+)`:$/, ([, folder = ''], { line, lines }) => ({ kind: 'run', line, folder, commands: lines })],
  [
    /^In the folder in which `irisflow` is:$/,
    (_, { line, lines }) => ({ kind: 'run', line, folder: '', commands: lines }),
  ],
  [/^It says:$/, (_, { line, lines }) => ({ kind: 'expect', line, lines })],
];

const readBlock = (block: Block): GuideStep => {
  for (const [pattern, read] of announcements) {
    const match = pattern.exec(block.above);
    if (match !== null) return read(match, block);
  }
  throw new Error(
    `Expected the code at line ${block.line} to be announced as a file, as commands or as what they say, but found "${block.above}"`,
  );
};

const deed = /^<!-- walk: (.+) -->$/;

/** Reads every fenced block and every deed of a guide. Throws for a block that is announced in no way that it knows. */
export const readGuide = (markdown: string): GuideStep[] => {
  const steps: GuideStep[] = [];
  let above = '';
  let open: { readonly line: number; readonly lines: string[] } | null = null;
  for (const [index, text] of markdown.split('\n').entries()) {
    const line = index + 1;
    if (open !== null) {
      if (text.trim() !== '```') open.lines.push(text);
      else {
        steps.push(readBlock({ ...open, above }));
        open = null;
      }
    } else if (/^\s*(```|~~~)/.test(text)) open = { line, lines: [] };
    else if (text.trim() !== '') {
      above = text.trim();
      const [, done] = deed.exec(above) ?? [];
      if (done !== undefined) steps.push({ kind: 'do', line, deed: done });
    }
  }
  if (open !== null) throw new Error(`Expected the code at line ${open.line} to end, but it does not`);
  return steps;
};
