import type { ProcedureVersion, StepPlace } from '@irisflow/client';
import { AppLink, Button, EmptyState, Notice, PageHeading, Skeleton, StepIndicator } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useVersions } from '../api/procedures.ts';
import { type MoveWish, useMovePlan } from '../api/version-moves.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { workspacePaths } from '../workspace/paths.ts';
import { ChooseVersions, type ChosenVersions, possibleTargets } from './ChooseVersions.tsx';
import { ConfirmMove } from './ConfirmMove.tsx';
import { DryRun } from './DryRun.tsx';
import { PastMoves } from './PastMoves.tsx';
import { PlanDrawings } from './PlanDrawings.tsx';
import { PlanTable } from './PlanTable.tsx';
import { hasUnfit } from './planned-rows.ts';
import './version-moves.css';

const stages = ['choose', 'plan', 'dryRun', 'confirm'] as const;
type Stage = (typeof stages)[number];

interface PlanStageProps {
  readonly procedureKey: string;
  readonly wish: MoveWish;
  readonly onPlaces: (places: readonly StepPlace[]) => void;
  readonly onNext: () => void;
}

const PlanStage = ({ procedureKey, wish, onPlaces, onNext }: PlanStageProps) => {
  const t = useTexts();
  const plan = useMovePlan(procedureKey, wish);
  if (plan.isPending) return <Skeleton lines={6} />;
  if (plan.isError) return <Failure error={plan.error} onRetry={() => void plan.refetch()} />;
  const isUnfit = hasUnfit(plan.data);
  return (
    <div className="iris-stack">
      <p>{t('move.planText')}</p>
      <PlanDrawings plan={plan.data} procedureKey={procedureKey} from={wish.from[0] ?? wish.to} to={wish.to} />
      <PlanTable plan={plan.data} places={wish.places} onPlaces={onPlaces} />
      {isUnfit && (
        <Notice tone="danger" live>
          {t('move.unfit')}
        </Notice>
      )}
      <p>
        <Button disabled={isUnfit || plan.isPlaceholderData} onClick={onNext}>
          {t('move.toDryRun')}
        </Button>
      </p>
    </div>
  );
};

/** At first every other version's cases go to the newest one that is in use. */
const firstChoice = (versions: readonly ProcedureVersion[]): ChosenVersions => {
  const to = possibleTargets(versions)[0]?.version;
  return {
    to,
    from: versions.filter(({ version, running }) => running > 0 && version !== to).map((one) => one.version),
  };
};

const Wizard = ({ procedureKey, versions }: { procedureKey: string; versions: readonly ProcedureVersion[] }) => {
  const t = useTexts();
  const [, navigate] = useLocation();
  const [stage, setStage] = useState<Stage>('choose');
  const [chosen, setChosen] = useState(() => firstChoice(versions));
  const [places, setPlaces] = useState<readonly StepPlace[]>([]);
  const { from, to } = chosen;
  const wish = to === undefined || from.length === 0 ? null : { from, to, places };
  const reached = stages.indexOf(stage);
  const choose = (next: ChosenVersions): void => {
    setChosen(next);
    setPlaces([]);
  };
  return (
    <div className="iris-stack">
      <StepIndicator
        steps={stages.map((id, index) => ({
          id,
          label: t(`move.stage.${id}`),
          state: index === reached ? 'current' : index < reached ? 'done' : 'todo',
        }))}
        onSelect={(id) => setStage(id as Stage)}
      />
      {stage === 'choose' && (
        <>
          <ChooseVersions versions={versions} chosen={chosen} onChange={choose} />
          <p>
            <Button disabled={wish === null} onClick={() => setStage('plan')}>
              {t('move.toPlan')}
            </Button>
          </p>
        </>
      )}
      {wish !== null && stage === 'plan' && (
        <PlanStage procedureKey={procedureKey} wish={wish} onPlaces={setPlaces} onNext={() => setStage('dryRun')} />
      )}
      {wish !== null && stage === 'dryRun' && (
        <>
          <DryRun procedureKey={procedureKey} wish={wish} />
          <p>
            <Button onClick={() => setStage('confirm')}>{t('move.toConfirm')}</Button>
          </p>
        </>
      )}
      {wish !== null && stage === 'confirm' && (
        <ConfirmMove
          procedureKey={procedureKey}
          wish={wish}
          onStarted={(id) => navigate(workspacePaths(procedureKey).move(id))}
        />
      )}
    </div>
  );
};

/** Moves running cases to another version: what goes where, what would happen, why, and what happened before. */
export const MovePage = ({ procedureKey }: { procedureKey: string }) => {
  const t = useTexts();
  const versions = useVersions(procedureKey);
  if (versions.isPending) return <Skeleton lines={4} />;
  if (versions.isError) return <Failure error={versions.error} onRetry={() => void versions.refetch()} />;
  const canMove = possibleTargets(versions.data).some((target) =>
    versions.data.some(({ version, running }) => running > 0 && version !== target.version),
  );
  return (
    <div className="editor-page version-moves">
      <AppLink href={workspacePaths(procedureKey).versions}>{t('rail.versions')}</AppLink>
      <PageHeading title={t('move.title')} />
      {canMove ? (
        <Wizard procedureKey={procedureKey} versions={versions.data} />
      ) : (
        <EmptyState icon="info" title={t('move.nothing')}>
          {t('move.nothingText')}
        </EmptyState>
      )}
      <PastMoves procedureKey={procedureKey} />
    </div>
  );
};
