import { useEffect, type ReactNode } from 'react';

/** The head of a page for everybody. It asks nothing about who is signed in. */
export function PublicPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <h1 tabIndex={-1} data-page-title>
        {title}
      </h1>
      {lead && <p className="sub">{lead}</p>}
      {children}
    </>
  );
}
