import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/Button';
import { Notice } from '../../../components/parts';
import type { Referral } from '../api/referrals';

/** The person may be followed already: said before the meeting, not in the middle of it. */
export function MatchNotice({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  return referral.matches.map((match, index) => (
    <Notice key={index} tone="warn" title={t(`match.${match.same === 'identifier' ? 'identifier' : 'nameAndBirth'}`)}>
      <p>
        {match.message} {match.followedBy && t('match.followedBy', { name: match.followedBy })}
      </p>
      {match.beneficiaryId && (
        <ButtonLink small to={`/beneficiaries/${match.beneficiaryId}`}>
          {t('match.open')}
        </ButtonLink>
      )}
    </Notice>
  ));
}
