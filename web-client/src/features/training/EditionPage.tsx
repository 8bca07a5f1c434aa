import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Steps } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText, KeyValue } from '../../components/values';
import { changeOf, nextState, useChangeEdition, useEdition, type Edition, type EditionState } from './api/editions';
import { Participants } from './Participants';
import { Sessions } from './Sessions';
import { EditionChip, PlacesText, useHours } from './states';

const way = ['planned', 'enrolling', 'running', 'ended'] as const;

export function EditionPage() {
  const { t } = useTranslation('training');
  const { editionId = '' } = useParams();
  const query = useEdition(editionId);
  const edition = query.data;
  return (
    <Page
      title={edition?.courseTitle ?? t('edition.one')}
      back={edition ? { to: `/training/courses/${edition.courseId}`, label: edition.courseTitle } : { to: '/training/editions', label: t('editions.title') }}
      status={edition && <EditionChip state={edition.state} />}
      subtitle={edition && `${edition.code} · ${edition.place.municipalityName}`}
      actions={edition?.canManage && <Actions edition={edition} />}
    >
      <Loaded query={query} lines={10}>
        {(loaded) => (
          <>
            {loaded.state !== 'cancelled' && <Steps label={t('edition.state')} current={loaded.state} steps={way.map((key) => ({ key, label: t(`editionState.${key}`) }))} />}
            <Participants edition={loaded} />
            <Sessions edition={loaded} />
            <About edition={loaded} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Actions({ edition }: { edition: Edition }) {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const toast = useToast();
  const confirm = useConfirm();
  const change = useChangeEdition(edition.id);
  const go = (state: EditionState) =>
    toast.after(change.mutateAsync({ version: edition.version, form: { ...changeOf(edition), state } }), t('edition.nowIs', { state: t(`editionState.${state}`) }));
  const cancel = async () => {
    const yes = await confirm({ title: t('edition.cancelTitle', { code: edition.code }), text: t('edition.cancelText'), action: t('edition.cancel'), danger: true });
    if (yes) go('cancelled');
  };
  const next = nextState[edition.state];
  return (
    <>
      {next && (
        <Button look="fill" busy={change.isPending} onClick={() => go(next)}>
          {t(`step.${next}`)}
        </Button>
      )}
      {!next && (
        <ButtonLink to="edit" look="outline" icon="pencil">
          {t('edit')}
        </ButtonLink>
      )}
      <Menu
        label={t('more')}
        items={[
          next && { label: t('edit'), icon: 'pencil', onSelect: () => void navigate('edit') },
          edition.state === 'ended' && { label: t('edition.reopen'), icon: 'restore', onSelect: () => go('running') },
          edition.state === 'cancelled' && { label: t('edition.replan'), icon: 'restore', onSelect: () => go('planned') },
          next && { label: t('edition.cancel'), icon: 'close', danger: true, onSelect: () => void cancel() },
        ]}
      />
    </>
  );
}

function About({ edition }: { edition: Edition }) {
  const { t } = useTranslation('training');
  const hours = useHours();
  return (
    <SectionCard title={t('edition.about')}>
      <KeyValue
        items={[
          {
            label: t('edition.dates'),
            value: (
              <>
                <DateText value={edition.startsOn} /> – <DateText value={edition.endsOn} />
              </>
            ),
          },
          { label: t('edition.place'), value: [edition.place.address, edition.place.municipalityName].filter(Boolean).join(', ') },
          { label: t('edition.trainer'), value: edition.trainerName ?? t('toAssign') },
          { label: t('edition.places'), value: <PlacesText taken={edition.counts.confirmed} places={edition.places} /> },
          { label: t('edition.lessonHours'), value: t('edition.heldOf', { held: hours(edition.heldMinutes), planned: hours(edition.plannedMinutes) }) },
          { label: t('edition.job'), value: edition.guaranteedJob ? t('edition.jobOf', { count: edition.guaranteedJob.positions, employer: edition.guaranteedJob.employer }) : t('edition.noJob') },
          { label: t('edition.payer'), value: edition.programmeName },
          { label: t('edition.programme'), value: edition.programme },
        ]}
      />
    </SectionCard>
  );
}
