import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../../components/Button';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { useDismiss, type Pair, type Side } from '../api/duplicates';

/** Two people who may be one, with why it is thought so. */
export function PairRow({ pair }: { pair: Pair }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <li>
      <Reasons pair={pair} />
      <div className="pair">
        <SideOf side={pair.first} />
        <SideOf side={pair.second} />
      </div>
      <div className="row-actions">
        <ButtonLink small to={`/beneficiaries/duplicates/${pair.first.id}/${pair.second.id}`} aria-label={t('duplicates.compareOne', { first: pair.first.displayName, second: pair.second.displayName })}>
          {t('duplicates.compare')}
        </ButtonLink>
        <TellApart pair={pair} />
      </div>
    </li>
  );
}

/** Why they may be one; what speaks against it is said too. */
export function Reasons({ pair }: { pair: Pick<Pair, 'reasons'> }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <div className="likeness">
      {pair.reasons.map((reason) => (
        <StatusChip key={reason} tone={reason === 'sameTaxCode' ? 'warn' : 'neutral'}>
          {t(`duplicates.reason.${reason}`)}
        </StatusChip>
      ))}
    </div>
  );
}

export function TellApart({ pair }: { pair: Pair }) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const dismiss = useDismiss();
  const ids = { firstId: pair.first.id, secondId: pair.second.id };
  const tellApart = () =>
    toast.after(dismiss.mutateAsync({ ...ids, dismissed: true }), t('duplicates.dismissed'), { undo: () => dismiss.mutate({ ...ids, dismissed: false }) });
  return (
    <Button look="plain" small busy={dismiss.isPending} aria-label={t('duplicates.notSameOne', { first: pair.first.displayName, second: pair.second.displayName })} onClick={tellApart}>
      {t('duplicates.notSame')}
    </Button>
  );
}

function SideOf({ side }: { side: Side }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <div>
      <Link to={`/beneficiaries/${side.id}`}>
        <strong>{side.displayName}</strong>
      </Link>
      {side.birthDate && (
        <div>
          {t('duplicates.born')} <DateText value={side.birthDate} short />
          {side.domicileName && ` · ${side.domicileName}`}
        </div>
      )}
      <div className="muted">{side.hasOpenCase ? (side.managerName ? t('duplicate.followedBy', { name: side.managerName }) : t('duplicates.openCase')) : t('duplicates.noOpenCase')}</div>
      <div className="muted">
        {t('duplicates.registeredOn')} <DateText value={side.registeredOn} short />
      </div>
    </div>
  );
}
