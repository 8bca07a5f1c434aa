import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { KeyValue } from '../../components/values';
import { usePartnerBody, type PartnerBody } from './api/partner-bodies';
import { BodyNetwork } from './BodyNetwork';
import { PartnerBodyForm } from './PartnerBodyForm';
import { PeopleSection } from './PeopleSection';

export function NewPartnerBodyPage() {
  const { t } = useTranslation('partner-bodies');
  const navigate = useNavigate();
  const back = () => void navigate('/partner-bodies');
  return (
    <Page title={t('new')} width="form" back={{ to: '/partner-bodies', label: t('title') }}>
      <PartnerBodyForm onDone={back} onCancel={back} />
    </Page>
  );
}

export function PartnerBodyPage() {
  const { t } = useTranslation('partner-bodies');
  const { partnerBodyId = '' } = useParams();
  const query = usePartnerBody(partnerBodyId);
  const mayWrite = useRight('partner-bodies:write');
  return (
    <Page title={query.data?.name ?? t('one')} subtitle={query.data && [t(`kind.${query.data.kind}`), query.data.municipalityName].filter(Boolean).join(' · ')} back={{ to: '/partner-bodies', label: t('title') }}>
      <Loaded query={query}>
        {(body) => (
          <>
            <Details key={body.id} body={body} mayWrite={mayWrite} />
            <PeopleSection body={body} mayWrite={mayWrite} />
            <BodyNetwork bodyId={body.id} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Details({ body, mayWrite }: { body: PartnerBody; mayWrite: boolean }) {
  const { t } = useTranslation('partner-bodies');
  const [editing, setEditing] = useState(false);
  const close = () => setEditing(false);
  return (
    <SectionCard
      title={t('details')}
      actions={
        mayWrite &&
        !editing && (
          <Button small look="plain" icon="pencil" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      {editing ? (
        <PartnerBodyForm body={body} onDone={close} onCancel={close} />
      ) : (
        <KeyValue
          items={[
            { label: t('kindLabel'), value: t(`kind.${body.kind}`) },
            { label: t('municipality'), value: body.municipalityName },
            { label: t('email'), value: body.email && <a href={`mailto:${body.email}`}>{body.email}</a> },
            { label: t('phone'), value: body.phone && <a href={`tel:${body.phone.replace(/[^+\d]/g, '')}`}>{body.phone}</a> },
          ]}
        />
      )}
    </SectionCard>
  );
}
