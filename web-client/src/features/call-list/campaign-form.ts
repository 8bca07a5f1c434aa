import * as z from 'zod';
import { text } from '../../components/form';

/** How a campaign is called and what it asks: the same when it begins and when it is changed. */
export const campaignSchema = z.object({ name: text.required(120), goal: text.optional(1000) });
