import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../../api/problem';
import { EmptyState, Loaded } from '../../../components/states';
import { KeyValue } from '../../../components/values';
import { longDate, number } from '../../../lib/format';
import { useOffer, type Offer } from '../api/public';
import { Written } from '../Written';
import { PublicPage } from '../../../components/PublicPage';

export function OfferPage() {
  const { t } = useTranslation('bulletin');
  const query = useOffer(useParams().id ?? '');
  if (isApiError(query.error, 404)) {
    return (
      <PublicPage title={t('public.over')}>
        <EmptyState icon="search" title={t('public.overTitle')} text={t('public.overText')} action={<Link to="/offers">{t('public.all')}</Link>} />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={query.data?.title ?? t('opportunities.one')} lead={query.data && [query.data.organiser, query.data.municipality].filter(Boolean).join(', ')}>
      <Loaded query={query}>
        {(offer) => (
          <>
            <Written html={offer.descriptionHtml} />
            {offer.requirementsHtml && (
              <>
                <h2>{t('field.requirements')}</h2>
                <Written html={offer.requirementsHtml} />
              </>
            )}
            <h2>{t('public.details')}</h2>
            <Facts offer={offer} />
            <h2>{t('public.howToApply')}</h2>
            <ul className="written">
              {offer.applyUrl && <li><a href={offer.applyUrl} rel="noopener nofollow">{offer.applyUrl}</a></li>}
              {offer.applyEmail && <li><a href={`mailto:${offer.applyEmail}`}>{offer.applyEmail}</a></li>}
              {offer.applyPhone && <li><a href={`tel:${offer.applyPhone.replaceAll(' ', '')}`}>{offer.applyPhone}</a></li>}
            </ul>
          </>
        )}
      </Loaded>
      <p>
        <Link to="/offers">{t('public.all')}</Link>
      </p>
    </PublicPage>
  );
}

function Facts({ offer }: { offer: Offer }) {
  const { t } = useTranslation('bulletin');
  const facts: [string, string | null | undefined][] = [
    [t('field.kind'), t(`kind.${offer.kind}`)],
    [t('field.contractType'), offer.contractType],
    [t('field.hours'), offer.hours],
    [t('field.positions'), offer.positions ? number(offer.positions) : null],
    [t('field.deadline'), offer.deadline ? longDate(offer.deadline) : t('noDeadline')],
    [t('field.publishedAt'), longDate(offer.publishedAt)],
  ];
  return <KeyValue items={facts.filter(([, value]) => value).map(([label, value]) => ({ label, value }))} />;
}
