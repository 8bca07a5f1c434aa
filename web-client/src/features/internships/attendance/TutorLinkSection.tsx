import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { internshipKeys } from '../api/keys';
import { forgetTutor, requestRegister, revokeRegisterLink, useRegisterLink } from '../api/tutors';
import { PersonalLink } from './PersonalLink';

/** Where the host's tutor is reached, when they were last reminded of this month, and the button that does it now. */
export function TutorLinkSection({ id, month, mayWrite }: { id: string; month: string; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const queries = useQueryClient();
  const reach = useRegisterLink(id, month);
  return (
    <SectionCard title={t('tutorLink.title')}>
      <Loaded query={reach} lines={2}>
        {(data) => (
          <PersonalLink
            reach={data}
            name={data.tutor}
            words={{
              text: t('tutorLink.text'),
              revokeTitle: t('tutorLink.revokeTitle'),
              forgetTitle: t('tutorLink.forgetTitle'),
              forgetText: t('tutorLink.forgetText'),
              sent: t('tutorLink.sent'),
              email: t('tutorLink.email'),
              emailHelp: t('tutorLink.emailHelp'),
            }}
            mayWrite={mayWrite}
            request={(body) => requestRegister(id, month, body)}
            revoke={() => revokeRegisterLink(id, month)}
            forget={() => forgetTutor(id)}
            refresh={() => queries.invalidateQueries({ queryKey: internshipKeys.registerLink(id, month) })}
          />
        )}
      </Loaded>
    </SectionCard>
  );
}
