/** Words that stand for one thing in a phrase. An entry may have several words. */
export const lists: Readonly<Record<string, readonly string[]>> = {
  really: ['really', 'just', 'honestly', 'still', 'only', 'do', 'sometimes', 'often', 'always', 'actually', 'literally', 'truly', 'fucking', 'genuinely', 'even', 'simply', 'now', 'then', 'again', 'also', 'kind of', 'sort of', 'so', 'completely', 'basically', 'constantly', 'seriously', 'mostly', 'probably', 'might', 'may', 'already', 'finally', 'nearly', 'almost', 'totally', 'properly', 'secretly', 'badly'],
  tablets: ['tablets', 'pills', 'paracetamol', 'ibuprofen', 'antidepressants', 'sleeping tablets', 'sleeping pills', 'painkillers', 'meds', 'medication', 'co codamol', 'codeine', 'aspirin', 'diazepam', 'zopiclone', 'morphine', 'insulin', 'sertraline', 'amitriptyline', 'propranolol', 'citalopram'],

};
