import type { Playable, PlayedCase, PlayedScript, Scenario, ScenarioOutcome } from '@irisflow/scenarios';

/** What is played beside the screen, so that it stays fluid. */
export type PlayWork =
  | { readonly kind: 'play'; readonly playable: Playable; readonly script: PlayedScript }
  | {
      readonly kind: 'record';
      readonly playable: Playable;
      readonly script: PlayedScript;
      readonly played: PlayedCase;
      readonly title: string;
    }
  | { readonly kind: 'run'; readonly playable: Playable; readonly scenario: Scenario };

export type PlayResult = PlayedCase | Scenario | ScenarioOutcome;
