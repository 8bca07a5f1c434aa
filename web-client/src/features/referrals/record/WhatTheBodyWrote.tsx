import { useTranslation } from 'react-i18next';
import { SectionCard } from '../../../components/SectionCard';
import { DateText, KeyValue } from '../../../components/values';
import type { Referral } from '../api/referrals';

/** As the body wrote it: opening the page was logged, so nothing more is masked here. */
export function WhatTheBodyWrote({ record }: { record: Referral }) {
  const { t } = useTranslation('referrals');
  const referral = record.referral;
  const person = referral.person!;
  const referrer = referral.referrer;
  return (
    <>
      <SectionCard title={t('section.why')}>
        <p className="pre-line">{referral.reasonText}</p>
        <KeyValue
          items={[
            referral.reason && { label: t('reasonLabel'), value: t(`reason.${referral.reason}`) },
            { label: t('unemployedSince'), value: person.unemployedSince && <DateText value={person.unemployedSince} /> },
            { label: t('minorChildren'), value: person.minorChildren == null ? null : `${person.minorChildren}${person.singleParent ? `, ${t('singleParent').toLowerCase()}` : ''}` },
            { label: t('incomeLabel'), value: referral.noIncome ? t('noIncome') : t('notSaid') },
          ]}
        />
      </SectionCard>
      <SectionCard title={t('section.person')}>
        <KeyValue
          items={[
            {
              label: t('birthDate'),
              value: (
                <>
                  <DateText value={person.birthDate} />
                  {record.birthplaceName && `, ${record.birthplaceName}`}
                </>
              ),
            },
            { label: t('taxCode'), value: person.identifiers?.taxCode ?? person.identifiers?.healthCode },
            { label: t('phone'), value: person.contacts?.phone },
            !!person.contacts?.email && { label: t('referrer.email'), value: person.contacts.email },
            !!person.contacts?.safeContact && { label: t('safeContact'), value: person.contacts.safeContact },
            !!record.domicileName && { label: t('domicile'), value: record.domicileName },
          ]}
        />
      </SectionCard>
      <SectionCard title={t('section.who')}>
        <KeyValue
          items={[
            { label: t('body'), value: record.bodyName },
            { label: t('referrer.name'), value: [referrer?.name, referrer?.role].filter(Boolean).join(', ') },
            { label: t('referrer.phone'), value: referrer?.phone && <a href={`tel:${referrer.phone.replace(/\s/g, '')}`}>{referrer.phone}</a> },
            { label: t('referrer.email'), value: referrer?.email && <a href={`mailto:${referrer.email}`}>{referrer.email}</a> },
            { label: t('senderReference'), value: referral.senderReference },
            { label: t('writtenBy'), value: record.receivedFromSystem ? t('story.system') : record.receivedByName },
            {
              label: t('consentTitle'),
              value: referral.consentKind && (
                <>
                  {t(`consent.${referral.consentKind}`)}, <DateText value={referral.consentOn} />
                </>
              ),
            },
          ]}
        />
      </SectionCard>
    </>
  );
}
