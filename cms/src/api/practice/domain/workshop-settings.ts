import type { WorkshopSettings } from 'shared';

/** The practice's settings of workshops as they are stored; nothing is stored before she has saved the practice once. */
export interface StoredWorkshopSettings {
  shown?: boolean | null;
  howToPay?: string | null;
  keepDays?: number | null;
}

export const usualWorkshopSettings: WorkshopSettings = { shown: true, keepDays: 90 };

/** What readers may know of them, complete. */
export const workshopSettings = (stored: StoredWorkshopSettings | null): WorkshopSettings => ({
  shown: stored?.shown ?? usualWorkshopSettings.shown,
  keepDays: stored?.keepDays ?? usualWorkshopSettings.keepDays,
});
