export { useDraftStore } from '../../../components/draft-store';
