import type { Activity, Block, Content, Guard, Handler, Racer } from './block.ts';
import { partsIn } from './walk.ts';

/** Something that is drawn, and the element that ends when it has happened. */
export interface Drawn {
  readonly kind: string;
  readonly element: string;
}

const besides = (interrupting: boolean): string => (interrupting ? 'interrupting' : 'not interrupting');

const inActivity = ({ id, work, repeat, undoable, shields, yields }: Activity): readonly Drawn[] => [
  { kind: work.kind === 'job' ? `${work.task} with jobs` : works[work.kind], element: id },
  ...(work.kind === 'adHoc' && work.stops !== null ? [{ kind: 'ad-hoc, completion condition', element: id }] : []),
  ...(repeat === null ? [] : [{ kind: `multi-instance, ${repeat.mode}`, element: id }]),
  ...(repeat === null || repeat.enough === 0 ? [] : [{ kind: 'multi-instance, completion condition', element: id }]),
  ...(undoable ? [{ kind: 'compensation handler', element: `${id}_undo` }] : []),
  ...(shields === null ? [] : [{ kind: 'input mapping', element: id }]),
  ...(yields === null ? [] : [{ kind: 'output mapping', element: id }]),
];

const works = {
  user: 'userTask',
  receive: 'receiveTask',
  sub: 'subProcess',
  call: 'callActivity',
  adHoc: 'adHocSubProcess',
} as const;

const inBlock = (block: Block): readonly Drawn[] => {
  const { id: element } = block;
  switch (block.kind) {
    case 'activity':
      return inActivity(block);
    case 'pass':
      return [{ kind: block.task, element }];
    case 'catch':
      return [{ kind: `catch event, ${block.on}`, element }];
    case 'throw':
      return [{ kind: `throw event, ${block.what.event}`, element }];
    case 'finish':
      return [{ kind: `end event, ${block.how.event}`, element }];
    case 'and':
    case 'xor':
    case 'or': {
      const drawn = [{ kind: plain[block.kind], element }];
      return block.maps == null ? drawn : [...drawn, { kind: 'output mapping of a gateway', element }];
    }
    default:
      return [{ kind: plain[block.kind], element }];
  }
};

const plain = {
  script: 'scriptTask with FEEL',
  link: 'link events',
  and: 'parallelGateway',
  xor: 'exclusiveGateway',
  or: 'inclusiveGateway',
  race: 'eventBasedGateway',
  loop: 'loop with a counter',
} as const;

const ofGuard = ({ id, trigger, interrupting }: Guard): Drawn => ({
  kind: `boundary event, ${trigger.on}, ${besides(interrupting)}`,
  element: id,
});

const ofHandler = ({ id, trigger, interrupting }: Handler): Drawn => ({
  kind: `event sub-process, ${trigger.on}, ${besides(interrupting)}`,
  element: `${id}_start`,
});

const ofRacer = ({ id, on }: Racer): Drawn => ({ kind: `event behind a gateway, ${on}`, element: id });

/** Everything that is drawn in a process and in all that it calls, by its kind. */
export const kindsIn = (process: Content): readonly Drawn[] => {
  const { blocks, guards, handlers, racers } = partsIn(process);
  return [...blocks.flatMap(inBlock), ...guards.map(ofGuard), ...handlers.map(ofHandler), ...racers.map(ofRacer)];
};
