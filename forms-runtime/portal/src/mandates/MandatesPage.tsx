import { useSession, type MyMandates } from '@irisflow/client';
import { Answered, Page, usePerson } from '@irisflow/frame';
import { Notice } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';
import { ActingChoice } from './ActingChoice.tsx';
import { GivenMandates } from './GivenMandates.tsx';
import { GrantMandate } from './GrantMandate.tsx';
import { useMyMandates } from './use-mandates.ts';

interface GivenProps {
  readonly given: MyMandates['given'];
  readonly name: string;
}

const Given = ({ given, name }: GivenProps) => {
  const t = usePersonalText();
  if (given === null) return <Notice>{t('mandate.notYours', { name })}</Notice>;
  return (
    <>
      <GivenMandates mandates={given} name={name} />
      <GrantMandate name={name} />
    </>
  );
};

/** For whom I act, and who may act for me. */
export const MandatesPage = () => {
  const t = usePersonalText();
  const person = usePerson();
  const mandates = useMyMandates();
  const acting = useSession().data?.acting ?? null;
  const name = acting?.state === 'inForce' ? acting.name : person.name;
  return (
    <Page title={t('mandate.title')} lead={t('mandate.lead')}>
      <Answered query={mandates}>
        {({ held, given }) => (
          <div className="iris-stack iris-stack--loose">
            <ActingChoice held={held} />
            {acting?.state !== 'over' && <Given given={given} name={name} />}
          </div>
        )}
      </Answered>
    </Page>
  );
};
