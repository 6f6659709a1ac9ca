import type { Command } from './command/command.ts';
import type { DecideContext, Decision } from './decision.ts';
import type { EngineState } from './state/engine-state.ts';

/**
 * Decides one command: checks it, applies the events it causes to the loaded state, and returns them.
 * A refused command changes nothing. Throws only when the engine itself is at fault; then the touched aggregates are to be discarded.
 */
export function decide(command: Command, state: EngineState, context: DecideContext): Decision {
  void state;
  void context;
  return {
    changes: [],
    followUps: [],
    outcome: {
      kind: 'rejection',
      rejection: {
        type: 'UNIMPLEMENTED',
        reason: `Expected to handle '${command.kind}', but it is not implemented yet`,
      },
    },
    settled: [],
  };
}
