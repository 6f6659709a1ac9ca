import type {
  Activity,
  AdHoc,
  Block,
  Choice,
  Content,
  Finish,
  Guard,
  Handler,
  Path,
  Repeat,
  Trigger,
  Work,
} from './block.ts';

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

const triggerText = (trigger: Trigger): string =>
  'code' in trigger ? `${trigger.on} ${trigger.code ?? 'any'}` : trigger.on;

const kindText = (interrupting: boolean): string => (interrupting ? 'interrupting' : 'beside');

const outlineGuard = ({ id, trigger, interrupting, path, rejoins }: Guard): readonly string[] => [
  `on ${id}: ${triggerText(trigger)}, ${kindText(interrupting)}${rejoins ? ', rejoins' : ''}`,
  ...indent(outlinePath(path)),
];

const outlineHandler = ({ id, trigger, interrupting, path }: Handler): readonly string[] => [
  `event sub-process ${id}: ${triggerText(trigger)}, ${kindText(interrupting)}`,
  ...indent(outlinePath(path)),
];

const outlineContent = ({ path, handlers }: Content): readonly string[] => [
  ...outlinePath(path),
  ...handlers.flatMap(outlineHandler),
];

const adHocText = ({ jobs, stops, rest }: AdHoc): string =>
  `ad-hoc of ${jobs} jobs${stops === null ? '' : ` until ${stops}, the rest is ${rest}`}`;

const workText = (work: Work): string => {
  if (work.kind === 'adHoc') return adHocText(work);
  return work.kind === 'job' ? work.task : work.kind;
};

const mapsText = ({ maps = null }: { readonly maps?: Choice | null }): string =>
  maps === null ? '' : `, maps ${maps}`;

const repeatText = ({ items, mode, enough, collects }: Repeat): string =>
  ` for ${items} items ${mode}${enough === 0 ? '' : `, ${enough} are enough`}, collects ${collects}`;

const outlineActivity = ({ id, work, guards, repeat, undoable, shields, yields }: Activity): readonly string[] => [
  [
    `${workText(work)} ${id}`,
    repeat === null ? '' : repeatText(repeat),
    undoable ? ', undoable' : '',
    shields === null ? '' : `, shields ${shields}`,
    yields === null ? '' : `, yields ${yields}`,
  ].join(''),
  ...indent('content' in work ? outlineContent(work.content) : []),
  ...indent(guards.flatMap(outlineGuard)),
];

const thrownText = (what: Finish): string => {
  if ('code' in what) return `${what.event} ${what.code}`;
  return what.event === 'signal' ? `signal for ${what.to}` : what.event;
};

const outlineBranches = (title: string, branches: readonly Path[]): readonly string[] => [
  title,
  ...indent(branches.flatMap((branch) => ['-', ...indent(outlinePath(branch))])),
];

const outlineBlock = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'activity':
      return outlineActivity(block);
    case 'and':
      return outlineBranches(`${block.id}${mapsText(block)}`, block.branches);
    case 'xor':
    case 'or':
      return outlineBranches(
        `${block.id} by ${block.reads}${block.hasDefault ? ', default' : ''}${mapsText(block)}`,
        block.branches,
      );
    case 'race':
      return [
        block.id,
        ...indent(block.racers.flatMap(({ id, on, path }) => [`${on} ${id}`, ...indent(outlinePath(path))])),
      ];
    case 'loop':
      return [`${block.id}, ${block.times} times`, ...indent(outlinePath(block.body))];
    case 'throw':
      return [`${block.id} throws ${thrownText(block.what)}`];
    case 'finish':
      return [`${block.id} ends with ${thrownText(block.how)}`];
    case 'script':
      return [`${block.id} reads ${block.reads}`];
    case 'catch':
      return [`${block.id} waits for ${block.on}`];
    default:
      return [block.id];
  }
};

const outlinePath = (path: Path): readonly string[] => path.flatMap(outlineBlock);

/** A process in words, one line an element. */
export const outline = (content: Content): string => outlineContent(content).join('\n');
