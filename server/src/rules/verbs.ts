/** Verbs in names of functions that say whether something changes. */
export const readVerbs = new Set('get list search fetch view has is can check count find query'.split(' '));
export const writeVerbs = new Set(
  'create update delete add set remove toggle save store submit edit move copy duplicate assign unassign enrol unenrol enable disable mark reset start finish send post upload restore revoke block unblock confirm'.split(
    ' ',
  ),
);

/** `groups_create` of `local_shop_groups_create` is no verb; `create` of `local_shop_create_groups` is. */
export function verbOf(name: string, component: string): string {
  const rest = name.startsWith(`${component}_`) ? name.slice(component.length + 1) : name.split('_').slice(2).join('_');
  return rest.split('_')[0] ?? '';
}
