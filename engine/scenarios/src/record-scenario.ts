import { lastStatus, lettersOf } from './case-effect.ts';
import { restsOf } from './judge-scenario.ts';
import { playScenario } from './play-scenario.ts';
import type { PlayedCase, PlayedScript } from './play-case.ts';
import { openScenario, type Playable } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';
import { noEnd, withEnd } from './with-end.ts';

/** Elements that tell which way a case went: what people did, what was waited for, and how it ended. */
const telling = new Set<string>([
  'USER_TASK',
  'RECEIVE_TASK',
  'INTERMEDIATE_CATCH_EVENT',
  'BOUNDARY_EVENT',
  'BUSINESS_RULE_TASK',
  'END_EVENT',
]);

/**
 * The scenario of a case as it was played: it must go the same way, rest at the same place, send the same letters and leave the
 * case in the same status. Played once more, so that it says what scenarios prove. Throws `ScenarioStop` where it cannot be.
 */
export const recordScenario = async (
  playable: Playable,
  { script, played, title }: { readonly script: PlayedScript; readonly played: PlayedCase; readonly title: string },
): Promise<Scenario> => {
  const { process, begins, given } = script.start;
  const written = withEnd(
    {
      title,
      ...(process === undefined ? {} : { process }),
      ...(begins === undefined ? {} : { begins }),
      given,
      answers: played.answers,
      when: script.acts.flatMap((act) => (act.kind === 'step' ? [act.step] : [])),
    },
    noEnd,
  );
  const engine = openScenario(playable, written);
  const effects = await playScenario(engine, written);
  const path = engine
    .events()
    .flatMap((event) => (event.kind === 'elementCompleted' && telling.has(event.elementType) ? [event.elementId] : []));
  const status = lastStatus(effects);
  return withEnd(written, {
    ...noEnd,
    path,
    rests: await restsOf(engine),
    letters: lettersOf(effects),
    ...(status === null ? {} : { status }),
  });
};
