import type { Queryable } from '@irisflow/database';
import { type ConnectorActor, findAdministration } from '@irisflow/access';
import type { StepOrigin } from '@irisflow/casework';
import type { LocalizedText } from '@irisflow/foundation';

/** A step that no person took. */
export interface AutomatedStep {
  readonly origin: StepOrigin;
  /** How a timeline names who did it. */
  readonly actor: LocalizedText;
}

const originOf = ({ case: { administration, procedureKey, procedureVersion }, work }: ConnectorActor): StepOrigin => ({
  process: work.process,
  element: work.element,
  job: work.job,
  procedure: procedureKey,
  version: procedureVersion,
  publisher: administration,
});

/** What a connector does, in the name of the administration that published its procedure. */
export const automatedStepOf = async (tx: Queryable, actor: ConnectorActor): Promise<AutomatedStep> => {
  const origin = originOf(actor);
  const name = (await findAdministration(tx, origin.publisher))?.name;
  const { version, publisher } = origin;
  return {
    origin,
    actor: {
      fr: `${name?.fr ?? publisher} (étape automatique, version ${version})`,
      nl: `${name?.nl ?? publisher} (automatische stap, versie ${version})`,
      en: `${name?.en ?? publisher} (automated step, version ${version})`,
    },
  };
};
