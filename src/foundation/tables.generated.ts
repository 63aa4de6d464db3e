// Made by scripts/tables.ts from the migrations; do not edit.
import type { ColumnType, Generated, RawBuilder } from 'kysely'

export interface Tables {
  'access.account': {
    id: string
    user_id: string
    account_id: string
    provider_id: string
    password: string | null
    access_token: string | null
    refresh_token: string | null
    id_token: string | null
    access_token_expires_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    refresh_token_expires_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    scope: string | null
    created_at: ColumnType<Date, Date | string, Date | string>
    updated_at: ColumnType<Date, Date | string, Date | string>
  }
  'access.attempt': {
    attempt_id: string
    account: string
    address: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'access.key': {
    key_id: string
    name: string
    prefix: string
    hash: string
    role: string
    created_by: string
    created_at: ColumnType<Date, Date | string, Date | string>
    expires_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    last_used_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'access.link': {
    link_id: string
    token_hash: string
    kind: string
    user_id: string | null
    email: string | null
    name: string | null
    role: string | null
    created_by: string | null
    created_at: ColumnType<Date, Date | string, Date | string>
    expires_at: ColumnType<Date, Date | string, Date | string>
    used_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'access.secret': {
    id: Generated<number>
    value: string
  }
  'access.session': {
    id: string
    user_id: string
    token: string
    expires_at: ColumnType<Date, Date | string, Date | string>
    ip_address: string | null
    user_agent: string | null
    created_at: ColumnType<Date, Date | string, Date | string>
    updated_at: ColumnType<Date, Date | string, Date | string>
  }
  'access.user': {
    id: string
    name: string
    email: string
    email_verified: Generated<boolean>
    image: string | null
    role: string
    locale: string | null
    disabled_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    seen_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    created_at: ColumnType<Date, Date | string, Date | string>
    updated_at: ColumnType<Date, Date | string, Date | string>
  }
  'access.verification': {
    id: string
    identifier: string
    value: string
    expires_at: ColumnType<Date, Date | string, Date | string>
    created_at: ColumnType<Date, Date | string, Date | string>
    updated_at: ColumnType<Date, Date | string, Date | string>
  }
  'adapters.message': {
    platform: string
    message_id: string
    subject: string
    content: string
    body: ColumnType<unknown, string, string>
    state: string
    answer: ColumnType<unknown, string, string>
    happened_at: ColumnType<Date, Date | string, Date | string>
    received_at: ColumnType<Date, Date | string, Date | string>
  }
  'adapters.setting': {
    platform: string
    parameters: ColumnType<unknown, string, string>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'adapters.subject': {
    platform: string
    subject: string
    customer_id: string | null
    latest_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'audit.entry': {
    entry_id: string
    at: ColumnType<Date, Date | string, Date | string>
    actor_id: string
    actor_name: string
    role: string
    deed: string
    method: string | null
    route: string | null
    target: string
    summary: string
    detail: ColumnType<unknown, string | undefined, string>
    address: string | null
  }
  'business.business': {
    id: Generated<number>
    name: string
    country: string
    zone: string
    currency: string
    synthetic: Generated<boolean>
    settled: Generated<boolean>
    version: Generated<number>
    updated_at: ColumnType<Date, Date | string, Date | string>
  }
  'business.holiday': {
    country: string
    day: string
    kind: string
    festival: string
    name_zh: string
    name_en: string
    source: string
  }
  'business.store': {
    store_id: string
    code: string
    name: string
    region: string | null
    created_at: ColumnType<Date, Date | string, Date | string>
  }
  'definitions.definition': {
    id: string
    version: number
    owner: string
    parameters: ColumnType<unknown, string, string>
    valid_from: string
    note: Generated<string>
    created_at: ColumnType<Date, Date | string, Date | string>
  }
  'earning.accrual': {
    customer_id: string
    source: string
    number: string
    currency: string
    accrual_id: string
    kind: string
    order_id: string | null
    at: ColumnType<Date, Date | string, Date | string>
    day: string
    version: number
    facts: ColumnType<unknown, string, string>
    earned: ColumnType<bigint, bigint | number, bigint | number>
    reversed: ColumnType<bigint, bigint | number | undefined, bigint | number>
    inserted_at: ColumnType<Date, Date | string, Date | string>
  }
  'earning.budget': {
    budget: string
    name: string
    currency: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'earning.count': {
    count_id: string
    from_at: ColumnType<Date, Date | string, Date | string>
    import_id: string | null
    at_cursor: ColumnType<Date | null, Date | string | null, Date | string | null>
    order_cursor: string | null
    orders: ColumnType<bigint, bigint | number | undefined, bigint | number>
    actor: string
    asked_at: ColumnType<Date, Date | string, Date | string>
    done_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'earning.part': {
    customer_id: string
    accrual_id: string
    line_no: number
    rule: string
    amount: ColumnType<bigint, bigint | number, bigint | number>
    kept: ColumnType<bigint, bigint | number, bigint | number>
  }
  'earning.place': {
    place_id: Generated<number>
    cursor: string
  }
  'earning.slice': {
    budget: string
    slice_no: number
    bound: ColumnType<bigint, bigint | number, bigint | number>
    used: ColumnType<bigint, bigint | number | undefined, bigint | number>
  }
  'earning.version': {
    version: number
    valid_from: ColumnType<Date, Date | string, Date | string>
    programme: ColumnType<unknown, string, string>
    note: Generated<string>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
    withdrawn_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    withdrawn_by: string | null
  }
  'events.event': {
    customer_id: string
    event_id: string
    kind: string
    at: ColumnType<Date, Date | string, Date | string>
    recorded_at: ColumnType<Date, Date | string, Date | string>
    actor: string
    source: string
    body: ColumnType<unknown, string, string>
    recorded_xid: ColumnType<string, string | undefined, RawBuilder<string>>
  }
  'forecast.mark': {
    mark_id: string
    kind: string
    cut: string
    part: string | null
    from_day: string
    to_day: string
    note: Generated<string>
    created_by: string
    created_at: ColumnType<Date, Date | string, Date | string>
  }
  'forecast.run': {
    run_id: string
    version: ColumnType<bigint, bigint | number | undefined, bigint | number>
    grain: string
    fingerprint: string
    definition_version: number
    window_from: string
    window_to: string
    n: number
    level: number
    method: string
    converged: boolean
    parameters: ColumnType<unknown, string, string>
    backtest: ColumnType<unknown, string, string>
    result: ColumnType<unknown, string, string>
    created_at: ColumnType<Date, Date | string, Date | string>
  }
  'foundation.index_aside': {
    name: string
    definition: string
  }
  'foundation.migration': {
    name: string
    hash: string
    applied_at: ColumnType<Date, Date | string | undefined, Date | string>
  }
  'foundation.request': {
    key: string
    actor: string
    target: string
    body_hash: string
    status: number
    answer: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'foundation.run': {
    run_id: string
    name: string
    key: string | null
    state: Generated<string>
    data: ColumnType<unknown, string, string>
    done: ColumnType<bigint, bigint | number | undefined, bigint | number>
    total: ColumnType<bigint | null, bigint | number | null, bigint | number | null>
    sentence: ColumnType<unknown | null, string | null, string | null>
    attempt: Generated<number>
    resumed: Generated<boolean>
    interruptions: Generated<number>
    cancel: Generated<boolean>
    problem: ColumnType<unknown | null, string | null, string | null>
    worker: number | null
    claim: string | null
    lease_until: ColumnType<Date | null, Date | string | null, Date | string | null>
    start_after: ColumnType<Date, Date | string | undefined, Date | string>
    created_at: ColumnType<Date, Date | string | undefined, Date | string>
    started_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'identity.alias': {
    merged_id: string
    survivor_id: string
    into_id: string
    merge_id: string
  }
  'identity.identity': {
    kind: string
    value: string
    customer_id: string
    source: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'identity.merge': {
    merge_id: string
    merged_id: string
    survivor_id: string
    filled: Generated<string[]>
    actor: string
    at: ColumnType<Date, Date | string, Date | string>
    undo_until: ColumnType<Date, Date | string, Date | string>
    undone_by: string | null
    undone_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'identity.setting': {
    id: Generated<number>
    undo_days: Generated<number>
    version: Generated<number>
  }
  'imports.batch': {
    import_id: string
    batch_no: number
    orders: number
    lines: number
    known: number
    customers: number
    clashes: ColumnType<unknown, string, string>
    numbers: number | null
  }
  'imports.import': {
    import_id: string
    file_name: string
    bytes: ColumnType<bigint, bigint | number, bigint | number>
    layout: ColumnType<unknown, string, string>
    mapping: ColumnType<unknown, string, string>
    rows: ColumnType<bigint | null, bigint | number | null, bigint | number | null>
    trial: ColumnType<unknown | null, string | null, string | null>
    result: ColumnType<unknown | null, string | null, string | null>
    trial_run: string | null
    write_run: string | null
    actor: string
    created_at: ColumnType<Date, Date | string, Date | string>
    ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    version: Generated<number>
  }
  'liability.fit': {
    currency: string
    version: number
    as_of: string
    model: ColumnType<unknown, string, string>
    created_at: ColumnType<Date, Date | string, Date | string>
  }
  'liability.flow': {
    currency: string
    bunch: number
    age: number
    cause: string
    amount: ColumnType<bigint, bigint | number, bigint | number>
  }
  'liability.mark': {
    one: Generated<boolean>
    zone: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'liability.movement': {
    currency: string
    effective_on: string
    known_on: string
    earned_on: string
    expires_on: string
    from_account: string
    to_account: string
    amount: ColumnType<bigint, bigint | number, bigint | number>
    entries: ColumnType<bigint, bigint | number, bigint | number>
  }
  'liability.price': {
    version: number
    parameters: ColumnType<unknown, string, string>
    valid_from: string
    note: string
    author: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'liability.seen': {
    customer_id: string
    currency: string
    sequence: ColumnType<bigint, bigint | number, bigint | number>
    spent: boolean
  }
  'opening.claim': {
    guard: string
    customer_id: string
    file_id: string
    amount: ColumnType<bigint, bigint | number, bigint | number>
  }
  'opening.file': {
    file_id: string
    file_name: string
    bytes: ColumnType<bigint, bigint | number, bigint | number>
    layout: ColumnType<unknown, string, string>
    mapping: ColumnType<unknown, string, string>
    control: ColumnType<unknown, string | undefined, string>
    found: ColumnType<unknown | null, string | null, string | null>
    state: string
    run_id: string | null
    actor: string
    created_at: ColumnType<Date, Date | string, Date | string>
    ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'opening.lot': {
    file_id: string
    line: ColumnType<bigint, bigint | number, bigint | number>
    part: number
    keys: ColumnType<unknown, string, string>
    name: string | null
    member_id: string
    customer_id: string | null
    currency: string | null
    amount: ColumnType<bigint, bigint | number, bigint | number>
    earned_on: string | null
    expires_on: string | null
    tag: string
    place: Generated<number>
    tier: string | null
    state: string
  }
  'opening.reject': {
    file_id: string
    line: ColumnType<bigint, bigint | number, bigint | number>
    code: string
    detail: ColumnType<unknown, string, string>
    cells: ColumnType<unknown, string, string>
    points: ColumnType<bigint, bigint | number | undefined, bigint | number>
    currency: string | null
  }
  'orders.line': {
    customer_id: Generated<string | null>
    order_id: Generated<string | null>
    line_no: Generated<number | null>
    product: Generated<string | null>
    name: Generated<string | null>
    category: Generated<string | null>
    quantity: ColumnType<string | null, string | number | null | undefined, string | number | null>
    amount_minor: ColumnType<bigint | null, bigint | number | null | undefined, bigint | number | null>
    cost_minor: ColumnType<bigint | null, bigint | number | null | undefined, bigint | number | null>
  }
  'orders.order': {
    customer_id: string
    order_id: string
    kind: string
    source: string
    number: string
    at: ColumnType<Date, Date | string, Date | string>
    day: string
    channel: string | null
    store_id: string | null
    currency: string
    total_minor: ColumnType<bigint, bigint | number, bigint | number>
    cost_minor: ColumnType<bigint | null, bigint | number | null, bigint | number | null>
    undoes_number: string | null
    undoes_order_id: string | null
    anonymous: boolean
    import_id: string | null
    recorded_at: ColumnType<Date, Date | string, Date | string>
    changed_xid: ColumnType<string, string | undefined, RawBuilder<string>>
    products: Generated<string[]>
    names: string[] | null
    categories: string[] | null
    quantities: Generated<string[]>
    amounts_minor: Generated<string[]>
    costs_minor: string[] | null
  }
  'orders.receipt': {
    source: string
    number: string
    customer_id: string | null
    order_id: string | null
    content_hash: string | null
  }
  'points.approval': {
    approval_id: string
    orders: ColumnType<unknown, string, string>
    reason: string
    requested_by: string
    requested_at: ColumnType<Date, Date | string, Date | string>
    state: Generated<string>
    decided_by: string | null
    decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    answer: string | null
  }
  'points.basis': {
    customer_id: string
    currency: string
    sequence: ColumnType<bigint, bigint | number, bigint | number>
    member_id: string | null
    link_id: string | null
    rate_id: string | null
    partner_id: string | null
  }
  'points.closing': {
    month: string
    closed_at: ColumnType<Date, Date | string, Date | string>
    closed_by: string
    note: Generated<string>
    reopened_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    reopened_by: string | null
  }
  'points.entry': {
    customer_id: string
    currency: string
    sequence: ColumnType<bigint, bigint | number, bigint | number>
    kind: string
    from_account: string
    to_account: string
    amount: ColumnType<bigint, bigint | number, bigint | number>
    lot_id: string | null
    hold_id: string | null
    source: string | null
    number: string | null
    effective_at: ColumnType<Date, Date | string, Date | string>
    inserted_at: ColumnType<Date, Date | string, Date | string>
    policy_version: number
    booking_id: string
    actor: string
    note: string | null
  }
  'points.guard': {
    guard: string
    customer_id: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'points.hold': {
    customer_id: string
    hold_id: string
    currency: string
    deadline: ColumnType<Date, Date | string, Date | string>
    state: string
    source: string | null
    number: string | null
  }
  'points.lot': {
    customer_id: string
    lot_id: string
    currency: string
    earned: ColumnType<bigint, bigint | number, bigint | number>
    pending: ColumnType<bigint, bigint | number, bigint | number>
    available: ColumnType<bigint, bigint | number, bigint | number>
    held: ColumnType<bigint, bigint | number, bigint | number>
    earned_at: ColumnType<Date, Date | string, Date | string>
    matures_on: string | null
    expires_on: string | null
    policy_version: number
    source: string | null
    number: string | null
    live: Generated<boolean>
  }
  'points.once': {
    customer_id: string
    once: string
    currency: string
    lot_id: string | null
    at: ColumnType<Date, Date | string, Date | string>
  }
  'points.partner': {
    partner_id: string
    name: string
    issues: boolean
    accepts: boolean
    is_active: Generated<boolean>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
    version: Generated<number>
  }
  'points.partner_payment': {
    payment_id: string
    partner_id: string
    money_minor: ColumnType<bigint, bigint | number, bigint | number>
    paid_on: string
    note: Generated<string>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'points.partner_rate': {
    rate_id: string
    partner_id: string
    side: string
    currency: string
    money_minor: ColumnType<bigint, bigint | number, bigint | number>
    valid_from: ColumnType<Date, Date | string, Date | string>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'points.policy': {
    version: number
    parameters: ColumnType<unknown, string, string>
    note: Generated<string>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
    valid_from: ColumnType<Date, Date | string, Date | string>
    withdrawn_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    withdrawn_by: string | null
  }
  'points.pool': {
    pool_id: string
    name: string
    on_leave: string
    version: Generated<number>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'points.pool_member': {
    pool_id: string
    customer_id: string
    may_spend: boolean
    joined_at: ColumnType<Date, Date | string, Date | string>
    left_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'points.rate': {
    rate_id: string
    from_currency: string
    to_currency: string
    give: ColumnType<bigint, bigint | number, bigint | number>
    get: ColumnType<bigint, bigint | number, bigint | number>
    valid_from: ColumnType<Date, Date | string, Date | string>
    author: string
    note: Generated<string>
    at: ColumnType<Date, Date | string, Date | string>
  }
  'points.wallet': {
    customer_id: string
    currency: string
    pending: ColumnType<bigint, bigint | number | undefined, bigint | number>
    available: ColumnType<bigint, bigint | number | undefined, bigint | number>
    held: ColumnType<bigint, bigint | number | undefined, bigint | number>
    debt: ColumnType<bigint, bigint | number | undefined, bigint | number>
    sequence: ColumnType<bigint, bigint | number | undefined, bigint | number>
  }
  'prediction.model': {
    version: number
    candidate: string
    definition_version: number
    as_of: string
    window_from: string
    horizon_days: number
    n: number
    log_likelihood: number | null
    seed: number
    converged: boolean
    parameters: ColumnType<unknown, string, string>
    backtest: ColumnType<unknown, string, string>
    milliseconds: number
    created_at: ColumnType<Date, Date | string, Date | string>
  }
  'prediction.score': {
    customer_id: string
    number: ColumnType<bigint, bigint | number, bigint | number>
    chance: number
    purchases: number
    spend_minor: ColumnType<bigint, bigint | number, bigint | number>
    value_minor: ColumnType<bigint, bigint | number, bigint | number>
    doubt_minor: ColumnType<bigint, bigint | number, bigint | number>
    on_margin: boolean
    visits: number
    silent: number
  }
  'prediction.scoring': {
    id: Generated<number>
    number: ColumnType<bigint, bigint | number, bigint | number>
    version: number
    as_of: string
    refreshed: string
    n: number
    totals: ColumnType<unknown, string, string>
    scored_at: ColumnType<Date, Date | string, Date | string>
  }
  'record.customer': {
    customer_id: string
    kind: Generated<string>
    name: string | null
    pinyin: string | null
    initials: string | null
    gender: string | null
    birth_year: number | null
    birth_month: number | null
    birth_day: number | null
    birth_calendar: string | null
    birth_leap: Generated<boolean>
    occupation: string | null
    industry: string | null
    region: string | null
    country: string | null
    address: string | null
    custom: ColumnType<unknown, string | undefined, string>
    source: string
    version: Generated<number>
    created_at: ColumnType<Date, Date | string, Date | string>
    updated_at: ColumnType<Date, Date | string, Date | string>
    changed_xid: ColumnType<string, string | undefined, RawBuilder<string>>
    given_pinyin: string | null
    erased_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'record.field': {
    key: string
    label_zh: string
    label_en: string
    type: string
    choices: ColumnType<unknown, string | undefined, string>
    position: Generated<number>
    version: Generated<number>
    updated_at: ColumnType<Date, Date | string, Date | string>
  }
  'record.trait': {
    customer_id: string
    key: string
    value: ColumnType<unknown, string, string>
    source: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'replay.member': {
    customer_id: string
    run_id: string
    before: ColumnType<bigint, bigint | number, bigint | number>
    after: ColumnType<bigint, bigint | number, bigint | number>
    difference: ColumnType<bigint, bigint | number, bigint | number>
    tier_before: string
    tier_after: string
  }
  'replay.run': {
    run_id: string
    version: number
    months: number
    price_minor: ColumnType<bigint, bigint | number, bigint | number>
    note: Generated<string>
    drafts: ColumnType<unknown, string, string>
    job_id: string | null
    result: ColumnType<unknown | null, string | null, string | null>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
    finished_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    valid_from: ColumnType<Date | null, Date | string | null, Date | string | null>
    scheduled_by: string | null
    versions: ColumnType<unknown | null, string | null, string | null>
  }
  'returns.booking': {
    customer_id: string
    return_order_id: string
    order_id: string
    source: string
    number: string
    return_number: string
    at: ColumnType<Date, Date | string, Date | string>
    amount_minor: ColumnType<bigint, bigint | number, bigint | number>
    due_minor: ColumnType<bigint, bigint | number | undefined, bigint | number>
    whole: boolean
    beyond: ColumnType<unknown, string, string>
    actor: string
    recorded_at: ColumnType<Date, Date | string, Date | string>
  }
  'returns.consequence': {
    customer_id: string
    return_order_id: string
    place: number
    capability: string
    code: string
    sentence: ColumnType<unknown, string, string>
    detail: ColumnType<unknown, string, string>
  }
  'returns.pointed': {
    source: string
    return_number: string
    line_no: number
    of_line: number
  }
  'rewards.basket': {
    customer_id: string
    source: string
    number: string
    at: ColumnType<Date, Date | string, Date | string>
    lines: ColumnType<unknown, string, string>
    purchases: ColumnType<unknown, string, string>
  }
  'rewards.card': {
    customer_id: string
    definition_id: string
    sequence: Generated<number>
  }
  'rewards.code': {
    code: string
    customer_id: string
    order_id: string
  }
  'rewards.companion': {
    customer_id: string
    companion_id: string
    definition_id: string
    version: number
    name: string | null
    period: string | null
    store_id: string | null
    order_id: string | null
    undone_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    actor: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'rewards.definition': {
    definition_id: string
    version: number
    kind: string
    title_zh: string
    title_en: string
    parameters: ColumnType<unknown, string, string>
    active: boolean
    author: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'rewards.given': {
    customer_id: string
    source: string
    number: string
    place: number
    definition_id: string
    version: number
    trade_in_id: string | null
    period: string | null
    amount_minor: ColumnType<bigint, bigint | number, bigint | number>
    kept_minor: ColumnType<bigint, bigint | number, bigint | number>
    lines: ColumnType<unknown, string, string>
    at: ColumnType<Date, Date | string, Date | string>
  }
  'rewards.guard': {
    guard: string
    customer_id: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'rewards.level': {
    customer_id: string
    definition_id: string
    level: ColumnType<bigint, bigint | number, bigint | number>
    order_id: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'rewards.mile': {
    customer_id: string
    definition_id: string
    source: string
    number: string
    version: number
    units: ColumnType<bigint, bigint | number, bigint | number>
    kept_units: ColumnType<bigint, bigint | number, bigint | number>
    at: ColumnType<Date, Date | string, Date | string>
  }
  'rewards.order': {
    customer_id: string
    order_id: string
    reward_id: string
    version: number
    quantity: number
    origin: string
    origin_id: string | null
    origin_version: number | null
    origin_key: string | null
    currency: string | null
    points: ColumnType<bigint, bigint | number | undefined, bigint | number>
    money_minor: ColumnType<bigint, bigint | number | undefined, bigint | number>
    value_minor: ColumnType<bigint, bigint | number, bigint | number>
    place: string
    stocked: boolean
    period: string | null
    state: string
    code: string
    actor: string
    placed_at: ColumnType<Date, Date | string, Date | string>
    changed_at: ColumnType<Date, Date | string, Date | string>
    note: string | null
    owed: Generated<boolean>
    voucher_ids: ColumnType<unknown, string | undefined, string>
  }
  'rewards.serial': {
    serial: string
    customer_id: string
    trade_in_id: string
  }
  'rewards.stamp': {
    customer_id: string
    definition_id: string
    sequence: number
    kind: string
    amount: number
    lot: number
    full_no: number | null
    version: number
    source: string
    number: string
    day: string
    expires_on: string | null
    at: ColumnType<Date, Date | string, Date | string>
    actor: string
  }
  'rewards.stock': {
    reward_id: string
    place: string
    remaining: number
  }
  'rewards.stock_entry': {
    reward_id: string
    entry_id: string
    place: string
    change: number
    why: string
    order_id: string | null
    actor: string
    note: string | null
    at: ColumnType<Date, Date | string, Date | string>
  }
  'rewards.trade_in': {
    customer_id: string
    trade_in_id: string
    definition_id: string
    version: number
    serial: string
    item: string
    grade: number
    photo: string | null
    credit_minor: ColumnType<bigint, bigint | number, bigint | number>
    used_minor: ColumnType<bigint, bigint | number | undefined, bigint | number>
    state: string
    day: string
    expires_on: string | null
    store_id: string | null
    actor: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'rewards.use': {
    customer_id: string
    definition_id: string
    period: string
    used: number
  }
  'sample.load': {
    id: Generated<number>
    seed: number
    end_day: string
    asked_at: ColumnType<Date, Date | string, Date | string>
    loaded_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'tiers.follow': {
    one: Generated<boolean>
    xid: ColumnType<string, string | undefined, RawBuilder<string>>
    version: Generated<number>
  }
  'tiers.grant': {
    customer_id: string
    grant_id: string
    tier: string
    begins_at: ColumnType<Date, Date | string, Date | string>
    until: string | null
    note: string
    actor: string
    withdrawn_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    withdrawn_by: string | null
  }
  'tiers.member': {
    customer_id: string
    due_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    loses_on: string | null
    reviewed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'tiers.policy': {
    version: number
    valid_from: ColumnType<Date, Date | string, Date | string>
    parameters: ColumnType<unknown, string, string>
    note: Generated<string>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
    withdrawn_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    withdrawn_by: string | null
  }
  'tiers.spell': {
    customer_id: string
    spell_id: string
    tier: string
    since: string
    begins_at: ColumnType<Date, Date | string, Date | string>
    ends_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    until: string | null
    policy_version: number
    reason: string
    recorded_at: ColumnType<Date, Date | string, Date | string>
    replaced_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'tills.allowance': {
    allowance_id: string
    device_id: string
    total: ColumnType<bigint, bigint | number, bigint | number>
    per_member: ColumnType<bigint, bigint | number, bigint | number>
    used: ColumnType<bigint, bigint | number | undefined, bigint | number>
    valid_from: ColumnType<Date, Date | string, Date | string>
    valid_until: ColumnType<Date, Date | string, Date | string>
    late_until: ColumnType<Date, Date | string, Date | string>
    overspend: string
    closed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    author: string
  }
  'tills.code': {
    nonce: string
    expires_at: ColumnType<Date, Date | string, Date | string>
  }
  'tills.deed': {
    guard: string
    content: string
    answer: ColumnType<unknown | null, string | null, string | null>
    at: ColumnType<Date, Date | string, Date | string>
  }
  'tills.device': {
    device_id: string
    name: string
    store: string | null
    public_key: string
    revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'tills.envelope': {
    allowance_id: string
    counter: number
    told: string
    customer_id: string | null
    points: ColumnType<bigint, bigint | number, bigint | number>
    at: ColumnType<Date, Date | string, Date | string>
    received_at: ColumnType<Date, Date | string, Date | string>
  }
  'tills.sale': {
    customer_id: string
    order_id: string
    source: string
    number: string
    store: string | null
    till: string | null
    till_at: ColumnType<Date, Date | string, Date | string>
    at: ColumnType<Date, Date | string, Date | string>
    recorded_at: ColumnType<Date, Date | string, Date | string>
    lines: ColumnType<unknown, string, string>
    gross_minor: ColumnType<bigint, bigint | number, bigint | number>
    paid_minor: ColumnType<bigint, bigint | number, bigint | number>
    points: ColumnType<bigint, bigint | number | undefined, bigint | number>
    points_back: ColumnType<bigint, bigint | number | undefined, bigint | number>
    currency: string
    setting_version: number
    overspend: string | null
    allowance_id: string | null
    actor: string
    voided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'tills.secret': {
    one: Generated<boolean>
    secret: string
  }
  'tills.setting': {
    version: number
    parameters: ColumnType<unknown, string, string>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'tills.settlement': {
    store: string
    day: string
    author: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'vouchers.account': {
    template_id: string
    version: number
    stopped: Generated<boolean>
    bound: ColumnType<bigint | null, bigint | number | null, bigint | number | null>
    given: ColumnType<bigint, bigint | number | undefined, bigint | number>
    created_at: ColumnType<Date, Date | string, Date | string>
  }
  'vouchers.batch': {
    batch_id: string
    template_id: string
    version: number
    kind: string
    name: string
    wanted: ColumnType<bigint | null, bigint | number | null, bigint | number | null>
    run_id: string | null
    actor: string
    created_at: ColumnType<Date, Date | string, Date | string>
    ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'vouchers.code': {
    code: string
    template_id: string
    batch_id: string | null
    shared: Generated<boolean>
    customer_id: string | null
    voucher_id: string | null
  }
  'vouchers.holding': {
    customer_id: string
    template_id: string
    given: number
  }
  'vouchers.movement': {
    customer_id: string
    voucher_id: string
    sequence: number
    kind: string
    from_account: string
    to_account: string
    units: ColumnType<bigint, bigint | number, bigint | number>
    discount_minor: ColumnType<bigint, bigint | number | undefined, bigint | number>
    source: string | null
    number: string | null
    until: ColumnType<Date | null, Date | string | null, Date | string | null>
    valid_to: string | null
    split: ColumnType<unknown | null, string | null, string | null>
    effective_at: ColumnType<Date, Date | string, Date | string>
    inserted_at: ColumnType<Date, Date | string, Date | string>
    actor: string
    note: string | null
  }
  'vouchers.piece': {
    batch_id: string
    piece_no: number
    made: number
    known: Generated<number>
    refused: ColumnType<unknown, string | undefined, string>
  }
  'vouchers.template': {
    template_id: string
    version: number
    terms: ColumnType<unknown, string, string>
    note: Generated<string>
    author: string
    at: ColumnType<Date, Date | string, Date | string>
  }
  'vouchers.voucher': {
    customer_id: string
    voucher_id: string
    template_id: string
    version: number
    code: string
    face: ColumnType<bigint, bigint | number, bigint | number>
    open: ColumnType<bigint, bigint | number, bigint | number>
    held: ColumnType<bigint, bigint | number, bigint | number>
    used: ColumnType<bigint, bigint | number, bigint | number>
    ended: ColumnType<bigint, bigint | number, bigint | number>
    voided: Generated<boolean>
    valid_from: string
    valid_to: string | null
    held_source: string | null
    held_number: string | null
    held_until: ColumnType<Date | null, Date | string | null, Date | string | null>
    sequence: number
    issued_at: ColumnType<Date, Date | string, Date | string>
    origin: string
  }
  'warehouse.customer': {
    customer_id: Generated<string | null>
    name: Generated<string | null>
    region: Generated<string | null>
    created_day: Generated<string | null>
  }
  'warehouse.line': {
    customer_id: Generated<string | null>
    order_id: Generated<string | null>
    line_no: Generated<number | null>
    day: Generated<string | null>
    kind: Generated<string | null>
    anonymous: Generated<boolean | null>
    product: Generated<string | null>
    category: Generated<string | null>
    quantity: Generated<number | null>
    amount_minor: ColumnType<bigint | null, bigint | number | null | undefined, bigint | number | null>
    cost_minor: ColumnType<bigint | null, bigint | number | null | undefined, bigint | number | null>
  }
  'warehouse.origin': {
    id: Generated<number>
    token: Generated<string>
  }
  'warehouse.purchase': {
    customer_id: Generated<string | null>
    order_id: Generated<string | null>
    day: Generated<string | null>
    at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
    kind: Generated<string | null>
    anonymous: Generated<boolean | null>
    gross_minor: ColumnType<bigint | null, bigint | number | null | undefined, bigint | number | null>
    clean_minor: ColumnType<bigint | null, bigint | number | null | undefined, bigint | number | null>
    refunded_minor: ColumnType<bigint | null, bigint | number | null | undefined, bigint | number | null>
    cost_minor: ColumnType<bigint | null, bigint | number | null | undefined, bigint | number | null>
    channel: Generated<string | null>
    store_id: Generated<string | null>
    category: Generated<string | null>
    undoes_order_id: Generated<string | null>
    own_id: Generated<string | null>
  }
}
