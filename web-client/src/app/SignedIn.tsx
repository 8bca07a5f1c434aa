import { Navigate, useLocation } from 'react-router';
import { useMe } from '../api/session';
import { ErrorState, Skeleton } from '../components/states';
import { Frame } from './Frame';

/** Lets in who is signed in; a password that must be changed comes before everything else. */
export function SignedIn() {
  const me = useMe();
  const location = useLocation();
  if (me.isPending) {
    return (
      <main className="lone" id="content">
        <Skeleton lines={4} />
      </main>
    );
  }
  if (me.error && !me.data) {
    return (
      <main className="lone" id="content">
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  if (!me.data) {
    // In the history entry and not in the address: an address may be copied, and it may hold a search.
    return <Navigate to="/sign-in" replace state={{ from: location }} />;
  }
  if (me.data.mustChangePassword && location.pathname !== '/account/password') return <Navigate to="/account/password" replace />;
  return <Frame me={me.data} />;
}
