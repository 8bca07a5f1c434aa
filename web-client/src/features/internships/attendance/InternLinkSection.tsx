import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { internshipKeys } from '../api/keys';
import { forgetInternContact, requestInternSignature, revokeInternLink, useInternLink } from '../api/tutors';
import { PersonalLink } from './PersonalLink';

/** When the intern was asked to sign this month, and the button that asks now. */
export function InternLinkSection({ id, month }: { id: string; month: string }) {
  const { t } = useTranslation('internships');
  const queries = useQueryClient();
  const reach = useInternLink(id, month);
  return (
    <SectionCard title={t('internLink.title')}>
      <Loaded query={reach} lines={2}>
        {(data) => (
          <PersonalLink
            reach={data}
            words={{
              text: t('internLink.text'),
              askOf: data.link ? t('internLink.remindOf') : t('internLink.sendOf'),
              revokeTitle: t('internLink.revokeTitle'),
              forgetTitle: t('internLink.forgetTitle'),
              forgetText: t('internLink.forgetText'),
              sent: t('internLink.sent'),
              email: t('internLink.email'),
              emailHelp: t('internLink.emailHelp'),
            }}
            mayWrite
            request={(body) => requestInternSignature(id, month, body)}
            revoke={() => revokeInternLink(id, month)}
            forget={() => forgetInternContact(id)}
            refresh={() => queries.invalidateQueries({ queryKey: internshipKeys.internLink(id, month) })}
          />
        )}
      </Loaded>
    </SectionCard>
  );
}
