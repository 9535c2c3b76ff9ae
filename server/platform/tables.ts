// Written by bin/tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely'

/** Every table the program may name, by schema and name. */
export type Tables = {
  'access.agency': {
    agency_id: string
    name_en: string
    name_ur: string
    province_iso: string
    client_id: string
    from_on: string
    to_on: string | null
    webhook_url: string | null
    approval_id: string
  }
  'access.agency_officer': {
    link_id: string
    agency_id: string
    officer_id: string
    consented_at: Generated<string>
    lent_at: string | null
    ended_at: string | null
  }
  'access.agency_secret': {
    secret_id: string
    agency_id: string
    wrapped_key: Buffer
    kek_id: string
    secret_enc: Buffer
    made_by: string
    made_at: string
    shown_at: string | null
    ends_at: string | null
  }
  'access.challenge': {
    challenge_id: string
    kind: 'enrol' | 'sign_in' | 'fresh' | 'oidc' | 'posting'
    officer_id: string | null
    challenge: string
    detail: Generated<unknown>
    expires_at: string
  }
  'access.enrolment': {
    link_hash: Buffer
    officer_id: string
    made_at: Generated<string>
    expires_at: string
    used_at: string | null
  }
  'access.live_session': {
    token_hash: Buffer | null
    session_id: string | null
    officer_id: string | null
    role: string | null
    people_key: string | null
    entry_key: string | null
    audience: string | null
  }
  'access.officer': {
    officer_id: string
    badge: string
    name_en: string
    name_ur: string
    vetted_until: string | null
    trained_until: string | null
    suspended_at: string | null
    added_at: Generated<string>
    is_service: Generated<boolean>
  }
  'access.open_session': {
    session_id: string | null
    officer_id: string | null
    role: string | null
    people_key: string | null
    entry_key: string | null
    audience: string | null
    agency_id: string | null
  }
  'access.passkey': {
    credential_id: string
    officer_id: string
    public_key: Buffer
    counter: number
    transports: string[]
    label: string
    added_at: Generated<string>
    last_used_at: string | null
    revoked_at: string | null
    failed_count: Generated<number>
    waits_until: string | null
  }
  'access.posting': {
    posting_id: string
    officer_id: string
    unit_id: string
    role:
      | 'prosecutor'
      | 'deputy_prosecutor'
      | 'bureau_officer'
      | 'bureau_supervisor'
      | 'legal_officer'
      | 'investigator'
      | 'station_officer'
      | 'station_head'
      | 'district_police_officer'
      | 'committee_analyst'
      | 'administrator'
      | 'auditor'
      | 'night_work'
    from_on: string
    to_on: string | null
  }
  'access.session': {
    token_hash: Buffer
    session_id: string
    officer_id: string
    posting_id: string
    method: 'passkey' | 'oidc' | 'demo' | 'job' | 'agency'
    role: string
    unit_id: string
    province_iso: string | null
    division_en: string | null
    district_id: string | null
    station_id: string | null
    people_key: string | null
    entry_key: string | null
    audience: string | null
    opened_at: Generated<string>
    last_seen_at: Generated<string>
    expires_at: string
    step_up_at: string | null
    locked_at: string | null
    ended_at: string | null
    language: Generated<'en' | 'ur'>
    failed_before: Generated<number>
    agency_id: string | null
  }
  'audit.checkpoint': {
    tree_size: number
    root_hash: Buffer
    note: string
    settled_to: number
    signed_at: Generated<string>
  }
  'audit.event': {
    event_id: string
    event_no: Generated<number>
    occurred_at: Generated<string>
    officer_id: string | null
    session_id: string | null
    posting_id: string | null
    role: string | null
    action: string
    outcome: 'done' | 'refused' | 'failed'
    subject_kind: string | null
    subject_id: string | null
    second_id: string | null
    purpose: string | null
    request_id: string | null
    policy: string | null
    row_before: Buffer | null
    row_after: Buffer | null
    place_district: string | null
    body: Buffer | null
    body_salt: Buffer
    body_commitment: Buffer
  }
  'audit.leaf': {
    leaf_index: number
    event_no: number
    leaf_hash: Buffer
  }
  'audit.tile': {
    level: number
    tile_index: number
    hashes: Buffer
    root_hash: Buffer
  }
  'reference.district': {
    district_id: string
    name_en: string
    name_ur: string
    division_en: string | null
    division_ur: string | null
    province_iso: string
    province_en: string
    province_ur: string
    pop_2023: number | null
    status: 'current' | 'announced' | 'abolished' | 'split'
    parent: string | null
    tile_x: number | null
    tile_y: number | null
    valid_from: string | null
    valid_to: string | null
  }
  'reference.station': {
    station_id: string
    district_id: string
    name_en: string
    name_ur: string
    agency: string
    valid_from: string
    valid_to: string | null
  }
  'reference.unit': {
    unit_id: string
    kind:
      | 'prosecutor_office'
      | 'investigation_unit'
      | 'district_police_office'
      | 'police_station'
      | 'bureau'
      | 'committee'
      | 'administration'
      | 'audit_office'
    name_en: string
    name_ur: string
    province_iso: string | null
    division_en: string | null
    district_id: string | null
    station_id: string | null
    valid_from: string
    valid_to: string | null
  }
  'register.agency_call': {
    call_id: string
    agency_id: string
    officer_id: string
    key_hash: Buffer
    request_hash: Buffer
    wrapped_key: Buffer
    kek_id: string
    reply_enc: Buffer | null
    called_at: string
    refused_at: string | null
  }
  'register.agency_event': {
    event_id: string
    event_number: Generated<number>
    agency_id: string
    kind: 'answered' | 'corrected' | 'withdrawn'
    check_id: string
    happened_at: string
    planned_at: string | null
    delivered_at: string | null
    dead_at: string | null
    attempts_count: Generated<number>
    last_fault: string | null
  }
  'register.appeal_event': {
    appeal_event_id: string
    conviction_id: string
    event: 'filed' | 'dismissed' | 'withdrawn' | 'acquitted' | 'set_aside' | 'restored'
    happened_on: string
    ordinal: number
    source_kind: string
    added_at: Generated<string>
    added_by: string
    source_on: string | null
    source_ref_enc: Buffer | null
    superseded_at: string | null
    approval_id: string | null
  }
  'register.approval': {
    approval_id: string
    kind: string
    subject_id: string
    audience: 'bureau' | 'administration' | 'supervision'
    district_id: string | null
    proposed_by: string
    proposed_at: Generated<string>
    expires_at: string
    shown_hash: Buffer
    shown_enc: Buffer
    wrapped_key: Buffer | null
    kek_id: string
  }
  'register.approval_decision': {
    approval_id: string
    proposed_by: string
    decision: 'approved' | 'returned' | 'refused' | 'withdrawn'
    decided_by: string
    decided_at: Generated<string>
    shown_hash: Buffer
    reason_enc: Buffer | null
  }
  'register.breach': {
    breach_id: string
    person_id: string
    duty:
      | 'confirm_in_person'
      | 'notify_name_change'
      | 'notify_address_change'
      | 'notify_travel_abroad'
      | 'notify_absence'
    key: string
    due_on: string
    due_at: string | null
    station_id: string
    gate: unknown
    opened_at: Generated<string>
    opened_by: string
  }
  'register.breach_decision': {
    breach_decision_id: string
    breach_id: string
    decision: 'refer' | 'not_refer'
    ground:
      | 'no_answer'
      | 'answered_without_cause'
      | 'repeated'
      | 'came_late'
      | 'good_cause'
      | 'unwell'
      | 'mistaken'
      | 'other'
    reason_enc: Buffer
    approval_id: string
    decided_at: Generated<string>
    decided_by: string
    expires_at: string
  }
  'register.breach_outcome': {
    breach_decision_id: string
    breach_id: string
    approval_id: string
    said: 'approved' | 'returned' | 'refused' | 'withdrawn'
    said_at: Generated<string>
    said_by: string
  }
  'register.certificate': {
    print_id: string
    exit_id: string
    print_number: string
    content_hash: Buffer
    code: string
    printed_at: Generated<string>
    printed_by: string
  }
  'register.change': {
    change_id: string
    person_id: string
    kind: 'name' | 'address'
    changed_on: string
    address_id: string | null
    name_id: string | null
    source_kind: string
    recorded_at: Generated<string>
    recorded_by: string
    superseded_at: string | null
  }
  'register.check_answer': {
    answer_id: string
    check_id: string
    outcome: 'no_record' | 'record_exists' | 'unclear'
    needs: Generated<string[]>
    content_enc: Buffer
    approval_id: string
    opens_count: number
    opens_until_at: string
    released_at: Generated<string>
    released_by: string
  }
  'register.check_confirmation': {
    confirmation_id: string
    check_id: string
    answer_id: string
    said: 'him' | 'not_him'
    identifiers: string[]
    said_at: Generated<string>
    said_by: string
  }
  'register.check_cover': {
    cover_id: string
    district_id: string
    named_by: string
    deputy_id: string
    from_on: string
    to_on: string
    named_at: Generated<string>
  }
  'register.check_print': {
    print_id: string
    check_id: string
    kind: 'annexure_a' | 'check_answer'
    answer_id: string | null
    print_number: string
    content_hash: Buffer
    code: string
    printed_by: string
    printed_at: Generated<string>
  }
  'register.check_request': {
    check_id: string
    district_id: string
    asked_by: string
    posting_id: string
    stage: 'drafting' | 'discarded' | 'asked' | 'returned' | 'refused' | 'forwarded' | 'proposed' | 'released'
    wrapped_key: Buffer | null
    kek_id: string
    body_enc: Buffer
    body_version: Generated<number>
    fir_station_id: string | null
    fir_year: number | null
    fir_number: number | null
    offences: Generated<string[]>
    relevance: 'named_in_fir' | 'arrested' | 'identified' | 'unrelated' | null
    fir_hash: Buffer | null
    annexure_hash: Buffer | null
    created_at: Generated<string>
    updated_at: Generated<string>
    asked_at: string | null
    screened_at: string | null
    screened_by: string | null
    approval_id: string | null
    released_at: string | null
    agency_id: Generated<string | null>
  }
  'register.check_step': {
    step_id: string
    check_id: string
    act: 'asked' | 'forwarded' | 'returned' | 'refused' | 'proposed' | 'sent_back' | 'released' | 'reopened'
    reason: string | null
    note_enc: Buffer | null
    happened_at: Generated<string>
    done_by: string
  }
  'register.civil_event': {
    civil_event_id: string
    event_no: number
    person_id: string
    kind: 'name_change' | 'new_cnic' | 'death'
    happened_on: string
    detail_enc: Buffer
    number_index: Buffer | null
    change_id: string | null
    read_at: Generated<string>
  }
  'register.civil_reading': {
    civil_reading_id: string
    last_no: number
    event_count: number
    held_count: number
    read_at: Generated<string>
  }
  'register.clearance': {
    clearance_id: string
    person_id: string | null
    number_index: Buffer
    match_pair_id: string | null
    issued_by: string | null
    issued_at: string | null
    withdrawn_at: string | null
    check_id: string | null
    answer_id: string | null
    holder_enc: Buffer | null
    wrapped_key: Buffer | null
    kek_id: string | null
    asked_on: string | null
    asked_by: string | null
    asked_at: string | null
    slip_number: string | null
    content_hash: Buffer | null
    code: string | null
    withdrawn_by: string | null
    withdrawn_for: 'he_is' | 'another_card' | 'wrong_record' | 'other' | null
    withdrawal_approval_id: string | null
  }
  'register.closed_desk': {
    closed_desk_id: string
    station_id: string | null
    from_on: string
    to_on: string
    cause: 'holiday' | 'strike' | 'flood' | 'security' | 'election' | 'other'
    reference: string | null
    recorded_at: Generated<string>
    recorded_by: string
    superseded_at: string | null
    act_id: Generated<string>
  }
  'register.common_key': {
    pair: number
    holder_count: number
  }
  'register.conflict': {
    officer_id: string
    subject_id: string
    declared_at: Generated<string>
    reason_code: 'relative' | 'case' | 'other'
    conflict_id: Generated<string>
    withdrawn_at: string | null
    withdrawal_id: string | null
  }
  'register.contact_step': {
    contact_step_id: string
    person_id: string
    duty:
      | 'confirm_in_person'
      | 'notify_name_change'
      | 'notify_address_change'
      | 'notify_travel_abroad'
      | 'notify_absence'
    key: string
    due_on: string
    kind: 'visit' | 'call' | 'letter'
    made_on: string
    outcome: 'spoke' | 'not_reached' | 'sent' | 'returned'
    note_enc: Buffer | null
    station_id: string | null
    recorded_at: Generated<string>
    recorded_by: string
    superseded_at: string | null
  }
  'register.conviction': {
    conviction_id: string
    person_id: string
    fir_station: string
    fir_year: number
    fir_number: number
    court: string
    case_number: string | null
    offences: string[]
    offence_on: string
    convicted_on: string
    country: Generated<string>
    jurisdiction: string
    victim: 'woman' | 'child' | 'other'
    disposal: 'imprisonment' | 'fine' | 'probation' | 'conditional_discharge'
    juvenile: Generated<boolean>
    sentence_months: number | null
    is_life: Generated<boolean>
    fine_pkr: number | null
    judgment_hash: Buffer | null
    source_kind: string
    added_at: Generated<string>
    added_by: string
  }
  'register.correction': {
    correction_id: string
    person_id: string
    field: string
    target_id: string | null
    before_enc: Buffer
    after_enc: Buffer
    source_kind: string
    source_on: string
    source_ref_enc: Buffer
    asked_by: 'person' | 'officer'
    proposed_by: string
    proposed_at: Generated<string>
    approval_id: string
  }
  'register.custody': {
    custody_id: string
    person_id: string
    from_on: string
    to_on: string | null
    source_kind: string
    added_at: Generated<string>
    added_by: string
    source_on: string | null
    superseded_at: string | null
    source_ref_enc: Buffer | null
    replaces_id: string | null
    held_district_id: string | null
  }
  'register.disclosure': {
    disclosure_id: string
    person_id: string
    check_id: string | null
    answer_id: string | null
    given_to: string | null
    fields: string[]
    basis: string
    until_at: string | null
    disclosed_at: Generated<string>
    kind: Generated<'answer' | 'paper' | 'emergency'>
    recipient: Generated<'investigator' | 'prosecution' | 'person' | 'officer'>
    paper_id: string | null
    given_by: string | null
    emergency_id: string | null
  }
  'register.draft': {
    draft_id: string
    district_id: string
    author_id: string
    posting_id: string
    origin: 'screen' | 'return'
    import_id: string | null
    import_line: number | null
    stage: 'collecting' | 'identity' | 'legal' | 'bureau' | 'entered' | 'not_registrable' | 'discarded'
    wrapped_key: Buffer | null
    kek_id: string
    body_enc: Buffer
    body_version: Generated<number>
    searched_at: string | null
    convicted_on: string | null
    eligibility: unknown
    identity_outcome: 'verified' | 'not_found' | 'mismatch' | 'no_document' | 'unavailable' | null
    held_person_id: string | null
    approval_id: string | null
    return_reason_enc: Buffer | null
    created_at: Generated<string>
    updated_at: Generated<string>
    submitted_at: string | null
    entered_person_id: string | null
    stopped_search_id: string | null
  }
  'register.draft_match': {
    draft_id: string
    district_id: string
    body_version: number
    match_index: Buffer
  }
  'register.duty_due': {
    person_id: string
    duty: string
    key: string
    about_id: string | null
    due_on: string | null
    due_at: string | null
    met: 'met' | 'met_late' | null
    notice_id: string | null
  }
  'register.duty_exception': {
    exception_id: string
    person_id: string
    kind: 'calculators_differ' | 'projection_differs'
    detail: Generated<unknown>
    opened_at: Generated<string>
    closed_at: string | null
  }
  'register.duty_generation': {
    generation: Generated<number>
    station_id: string | null
    cause: 'closed_desk' | 'outage' | 'pack' | 'recompute'
    happened_at: Generated<string>
  }
  'register.duty_standing': {
    person_id: string
    status: 'active' | 'ended' | 'review' | 'void' | 'not_registrable'
    standing:
      | 'ended'
      | 'review'
      | 'void'
      | 'not_registrable'
      | 'in_custody'
      | 'abroad'
      | 'whereabouts_unknown'
      | 'late'
      | 'compliant'
    starts_on: string | null
    released_on: string | null
    ends_on: string | null
    next_due_on: string | null
    exceptions: Generated<string[]>
    computed_on: string
    generation: number
  }
  'register.emergency': {
    emergency_id: string
    used_by: string
    posting_id: string
    role: string
    unit_id: string
    district_id: string | null
    danger: 'attack_under_way' | 'threat_to_kill' | 'held_captive' | 'missing_in_danger'
    reference_kind: 'fir' | 'diary'
    reference_station_id: string | null
    reference_number: number
    reference_on: string
    words_enc: Buffer
    wrapped_key: Buffer | null
    kek_id: string
    outcome: 'record' | 'no_record'
    person_id: string | null
    fields: string[]
    print_number: string
    used_at: Generated<string>
    until_at: string
  }
  'register.emergency_follow_up': {
    emergency_id: string
    did: 'suspended' | 'posting_ended' | 'kept'
    done_by: string
    done_at: Generated<string>
  }
  'register.emergency_review': {
    emergency_id: string
    used_by: string
    finding: 'justified' | 'not_justified'
    reasons_enc: Buffer
    wrapped_key: Buffer | null
    kek_id: string
    reviewed_by: string
    reviewed_at: Generated<string>
  }
  'register.exit': {
    exit_id: string
    person_id: string
    ground: 'acquittal' | 'set_aside' | 'ended' | 'law_change'
    conviction_id: string | null
    left_on: string
    station_id: string
    about_enc: Buffer
    wrapped_key: Buffer | null
    kek_id: string
    approval_id: string | null
    begun_by: string
    begun_at: Generated<string>
    print_id: string | null
    handed_on: string | null
    handed_how: 'in_person' | 'by_post' | 'to_representative' | 'not_found' | null
    handed_by: string | null
    handed_at: string | null
    reversed_at: string | null
  }
  'register.expectation': {
    expectation_id: string
    district_id: string
    import_id: string | null
    convicted_on: string
    draft_id: string | null
    created_at: Generated<string>
  }
  'register.expectation_key': {
    district_id: string
    conviction_index: Buffer
    expectation_id: string
  }
  'register.expectation_match': {
    expectation_id: string
    district_id: string
    match_index: Buffer
  }
  'register.export': {
    export_id: string
    kind: 'simulation' | 'refused_rows'
    subject_id: string
    row_count: number
    fields: string[]
    basis: string
    taken_by: string
    taken_at: Generated<string>
  }
  'register.form_state': {
    form_id: string
    officer_id: string
    wrapped_key: Buffer | null
    kek_id: string
    body_enc: Buffer
    created_at: Generated<string>
    subject_id: string | null
  }
  'register.heartbeat': {
    is_only: Generated<boolean>
    beat_at: string
  }
  'register.identity_check': {
    identity_check_id: string
    draft_id: string
    asked_at: Generated<string>
    outcome: 'verified' | 'not_found' | 'mismatch' | 'no_document' | 'unavailable'
    fields_differ: Generated<string[]>
    answer_enc: Buffer | null
    attempt: number
  }
  'register.identity_link': {
    identity_link_id: string
    link_no: Generated<number>
    person_id: string
    identity_id: string
    act: 'merge' | 'split' | 'number'
    act_id: string
    approval_id: string
    linked_by: string
    linked_at: Generated<string>
  }
  'register.import': {
    import_id: string
    district_id: string
    uploaded_by: string
    posting_id: string
    uploaded_at: Generated<string>
    file_hash: Buffer
    format: 'csv' | 'xlsx'
    byte_count: number
    name_enc: Buffer
    wrapped_key: Buffer | null
    kek_id: string
    state: 'reading' | 'stopped' | 'read' | 'confirming' | 'confirmed' | 'cancelled' | 'failed'
    rows_read: Generated<number>
    bytes_read: Generated<number>
    last_row: Generated<number>
    last_line: Generated<number>
    accepted_count: Generated<number>
    warned_count: Generated<number>
    refused_count: Generated<number>
    repeated_count: Generated<number>
    stated_count: number | null
    problem_enc: Buffer | null
    decided_at: string | null
    confirmed_count: Generated<number>
  }
  'register.import_chunk': {
    import_id: string
    ordinal: number
    bytes_enc: Buffer
  }
  'register.import_key': {
    import_id: string
    conviction_index: Buffer
    line: number
  }
  'register.import_row': {
    import_id: string
    line: number
    outcome: 'accepted' | 'warned' | 'refused' | 'repeated'
    row_index: Buffer | null
    row_enc: Buffer
    problem_codes: Generated<string[]>
  }
  'register.law_change': {
    law_change_id: string
    in_force_id: string
    simulation_id: string
    approval_id: string
    from_on: string
    last_id: string | null
    seen_count: Generated<number>
    applied_at: string | null
    reversed_at: string | null
    undone_at: string | null
  }
  'register.law_change_effect': {
    law_change_id: string
    subject_id: string
    subject_kind: 'person' | 'draft'
    effect: 'exit' | 'entry' | 'review'
    exit_id: string | null
    taken_up_at: string | null
    taken_up_by: string | null
    undone_at: string | null
  }
  'register.legal_decision': {
    legal_decision_id: string
    draft_id: string
    decision: 'registrable' | 'not_registrable'
    reason_enc: Buffer
    eligibility_hash: Buffer
    decided_by: string
    decided_at: Generated<string>
  }
  'register.legal_instrument': {
    instrument_id: string
    desk: 'court' | 'prison' | 'border'
    instrument_number: string
    dated_on: string
    from_on: string
    text_hash: Buffer
    approval_id: string
    act: 'open' | 'repeal'
    second_approval_id: string | null
  }
  'register.link_run': {
    link_run_id: string
    begun_at: Generated<string>
    begun_by: string
    least_weight: number
    of_count: number
    done_count: Generated<number>
    compared_count: Generated<number>
    found_count: Generated<number>
    last_person_id: string | null
    stop_asked_at: string | null
    ended_at: string | null
  }
  'register.match_card': {
    person_id: string
    district_id: string
    station_id: string
    version: number
    card_enc: Buffer
    made_at: Generated<string>
  }
  'register.match_decision': {
    match_decision_id: string
    match_pair_id: string
    decision: 'same' | 'different' | 'unclear'
    reason_code:
      | 'number'
      | 'photo'
      | 'papers'
      | 'family'
      | 'custody'
      | 'dates'
      | 'common_name'
      | 'asked'
      | 'other'
    reason_enc: Buffer
    weight: number
    rows_enc: Buffer
    wrapped_key: Buffer | null
    kek_id: string
    decided_by: string
    decided_at: Generated<string>
  }
  'register.match_pair': {
    match_pair_id: string
    found_by: 'draft' | 'link' | 'intake'
    draft_id: string | null
    person_a_id: string | null
    person_b_id: string
    weight: number
    rows_enc: Buffer | null
    wrapped_key: Buffer | null
    kek_id: string | null
    found_at: Generated<string>
    compared_at: string | null
    decision: 'same' | 'different' | 'unclear' | null
    decided_at: string | null
    decided_by: string | null
  }
  'register.name_count': {
    count_id: string
    people_count: number
    counts_enc: Buffer
    wrapped_key: Buffer | null
    kek_id: string
    counted_at: Generated<string>
  }
  'register.night_run': {
    run_id: string
    day_on: string
    generation: number
    begun_at: Generated<string>
    of_count: number
    done_count: Generated<number>
    ended_at: string | null
  }
  'register.notice': {
    notice_id: string
    person_id: string
    duty:
      | 'confirm_in_person'
      | 'notify_name_change'
      | 'notify_address_change'
      | 'notify_travel_abroad'
      | 'notify_absence'
    about_id: string | null
    received_at: string
    received_how: 'in_person' | 'by_letter' | 'by_phone' | 'by_representative' | 'by_message'
    station_id: string | null
    document_seen: 'cnic' | 'passport' | 'other' | 'none'
    facts_enc: Buffer
    back_dated_enc: Buffer | null
    recorded_at: Generated<string>
    recorded_by: string
    superseded_at: string | null
    notice_serial: Generated<number>
  }
  'register.notice_row': {
    notice_id: string
    row_table: 'change' | 'trip' | 'person_address' | 'person_name'
    row_id: string
    act: 'added' | 'replaced'
  }
  'register.notice_strike': {
    notice_id: string
    reason_enc: Buffer
    approval_id: string | null
    struck_by: string
    struck_at: Generated<string>
  }
  'register.outage': {
    outage_id: string
    station_id: string | null
    from_at: string
    to_at: string | null
    cause: 'system' | 'power' | 'line' | 'other'
    recorded_at: Generated<string>
    recorded_by: string | null
    superseded_at: string | null
    act_id: Generated<string>
  }
  'register.pack': {
    pack_id: string
    pack: string
    title_en: string
    title_ur: string
    based_on_id: string | null
    content: unknown
    drafted_by: string | null
    drafted_at: Generated<string>
  }
  'register.pack_in_force': {
    in_force_id: string
    pack_id: string
    from_on: string | null
    content: unknown
    sha256: Buffer
    approval_id: string | null
    decided_at: Generated<string>
  }
  'register.pack_reversal': {
    in_force_id: string
    approval_id: string
    reversed_at: Generated<string>
  }
  'register.pack_value': {
    value_id: string
    pack_id: string
    name: string
    value: unknown
    changed_by: string
    changed_at: Generated<string>
  }
  'register.person': {
    person_id: string
    record_number: string
    district_id: string
    station_id: string
    wrapped_key: Buffer | null
    kek_id: string
    card_enc: Buffer | null
    entered_at: Generated<string>
    closed_at: string | null
    is_linked: Generated<boolean>
  }
  'register.person_address': {
    address_id: string
    person_id: string
    text_enc: Buffer
    district_id: string | null
    from_on: string | null
    to_on: string | null
    source_kind: string
    source_on: string | null
    added_at: Generated<string>
    added_by: string
    superseded_at: string | null
  }
  'register.person_contact': {
    contact_id: string
    person_id: string
    kind: string
    number_enc: Buffer
    number_index: Buffer
    language: 'ur' | 'en'
    agreed_on: string
    added_at: Generated<string>
    added_by: string
    superseded_at: string | null
  }
  'register.person_detail': {
    detail_id: string
    person_id: string
    sex: 'male' | 'female' | 'x'
    born_on: string | null
    born_year: number | null
    source_kind: string
    source_on: string | null
    added_at: Generated<string>
    added_by: string
    superseded_at: string | null
  }
  'register.person_document': {
    document_id: string
    person_id: string
    kind: 'cnic' | 'passport' | 'other'
    number_enc: Buffer
    number_index: Buffer
    source_kind: string
    source_on: string | null
    added_at: Generated<string>
    added_by: string
    superseded_at: string | null
  }
  'register.person_key': {
    pair: number
    person_id: string
    district_id: string
    station_id: string
  }
  'register.person_language': {
    language_id: string
    person_id: string
    language: 'ur' | 'en' | 'pa' | 'skr' | 'sd' | 'ps' | 'bal' | 'other'
    source_kind: 'serving' | 'phone'
    asked_on: string
    added_at: Generated<string>
    added_by: string
    superseded_at: string | null
  }
  'register.person_name': {
    name_id: string
    person_id: string
    kind: 'name' | 'alias' | 'father'
    script: 'Latn' | 'Arab'
    ordinal: Generated<number>
    text_enc: Buffer
    source_kind: string
    source_on: string | null
    added_at: Generated<string>
    added_by: string
    superseded_at: string | null
  }
  'register.person_photo': {
    photo_id: string
    person_id: string
    image_enc: Buffer
    media_type: 'image/jpeg' | 'image/png' | 'image/webp'
    taken_on: string | null
    source_kind: string
    added_at: Generated<string>
    added_by: string
  }
  'register.print': {
    print_id: string
    print_number: string
    kind: 'receipt' | 'duties' | 'certificate' | 'week_list' | 'referral' | 'access_report'
    person_id: string | null
    about_id: string | null
    station_id: string | null
    content_enc: Buffer
    wrapped_key: Buffer | null
    kek_id: string
    content_hash: Buffer
    code: string
    reprint_of: string | null
    printed_by: string
    printed_at: Generated<string>
  }
  'register.quota_limit': {
    act: string
    role: string
    per_day: number
    status: Generated<string>
  }
  'register.quota_pool': {
    level: 'unit' | 'nation'
    subject: string
    act: string
    used_on: string
    granted_count: Generated<number>
    taken_count: Generated<number>
  }
  'register.quota_pool_limit': {
    level: 'unit' | 'nation'
    act: string
    per_day: number
    status: Generated<string>
  }
  'register.quota_raise': {
    raise_id: string
    level: 'officer' | 'unit' | 'nation'
    subject: string
    act: string
    per_day: number
    from_on: string
    to_on: string
    approval_id: string
  }
  'register.quota_use': {
    officer_id: string
    act: string
    used_on: string
    used_count: number
    leased_count: Generated<number>
  }
  'register.recall': {
    recall_id: string
    disclosure_id: string
    answer_id: string | null
    check_id: string | null
    recipient: 'investigator' | 'prosecution' | 'officer'
    given_to: string | null
    cause: 'correction' | 'acquittal' | 'set_aside' | 'ended' | 'law_change'
    cause_id: string
    opened_at: string
  }
  'register.recall_confirmation': {
    recall_id: string
    said: 'destroyed' | 'returned' | 'never_kept'
    confirmed_by: string
    confirmed_at: string
  }
  'register.recompute_run': {
    run_id: string
    computed_on: string
    began_at: Generated<string>
    last_person_id: string | null
    compared_count: Generated<number>
    difference_count: Generated<number>
    finished_at: string | null
  }
  'register.registration': {
    registration_id: string
    person_id: string
    conviction_id: string
    approval_id: string
    pack: string
    basis: unknown
    entered_at: Generated<string>
    entered_by: string
  }
  'register.reminder': {
    reminder_id: string
    person_id: string
    contact_id: string
    duty: string
    key: string
    step_days: number
    due_on: string
    planned_at: Generated<string>
    attempt_count: Generated<number>
    last_fault: string | null
    sent_at: string | null
    dropped_at: string | null
    dropped_because: 'not_owed' | 'past' | 'limit' | 'no_contact' | null
  }
  'register.search': {
    search_id: string
    officer_id: string
    kind: 'cnic' | 'passport' | 'record_number' | 'fir' | 'draft' | 'person' | 'name'
    purpose: 'registration' | 'supervision' | 'correction' | 'legal_review' | 'check' | 'court_order'
    query_enc: Buffer
    case_reference_enc: Buffer | null
    wrapped_key: Buffer | null
    kek_id: string
    person_ids: string[]
    searched_at: Generated<string>
    draft_id: string | null
    answer_enc: Buffer | null
  }
  'register.search_none': {
    search_id: string
    officer_id: string
    said_at: Generated<string>
  }
  'register.serving': {
    serving_id: string
    person_id: string
    duties: string[]
    served_at: string
    language: 'ur' | 'en'
    proof: 'signature' | 'thumb_mark' | 'refused_before_witnesses'
    print_id: string | null
    station_id: string | null
    witness_enc: Buffer | null
    recorded_at: Generated<string>
    recorded_by: string
    superseded_at: string | null
    back_dated_enc: Buffer | null
  }
  'register.showing': {
    showing_id: string
    officer_id: string
    person_id: string
    kind: 'number' | 'photo'
    asked_at: Generated<string>
    shown_at: string | null
  }
  'register.simulation': {
    simulation_id: string
    pack_id: string
    from_on: string
    content: unknown
    content_hash: Buffer
    base_hash: Buffer
    state: Generated<'running' | 'stopped' | 'done'>
    asked_by: string
    asked_at: Generated<string>
    of_count: number
    under_way_count: number
    discarded_count: number
    refused_count: number
    open_end_count: Generated<number>
    result_hash: Buffer | null
    ended_at: string | null
  }
  'register.simulation_count': {
    simulation_id: string
    district_id: string
    class: 'enters' | 'leaves' | 'lengthens' | 'shortens' | 'duties_change' | 'unchanged'
    found_count: number
  }
  'register.simulation_part': {
    simulation_id: string
    part: number
    after_id: string | null
    until_id: string | null
    last_id: string | null
    done_count: Generated<number>
    open_end_count: Generated<number>
    tally: Generated<unknown>
    rows_hash: Generated<Buffer>
    is_done: Generated<boolean>
  }
  'register.simulation_row': {
    simulation_id: string
    subject_id: string
    subject_kind: 'person' | 'draft'
    district_id: string
    class: 'enters' | 'leaves' | 'lengthens' | 'shortens' | 'duties_change'
    status_before: string
    status_after: string
    standing_before: string | null
    standing_after: string | null
    ends_before_on: string | null
    ends_after_on: string | null
    duty_count: number
  }
  'register.statistic': {
    statistic_id: string
    name:
      | 'entries_expected'
      | 'entries_made'
      | 'entry_days'
      | 'checks_asked'
      | 'checks_screened'
      | 'checks_answered'
      | 'checks_refused'
      | 'duties_due'
    quarter_on: string
    revision: number
    definition: number
    counted_on: string
    published_at: Generated<string>
  }
  'register.statistic_figure': {
    statistic_id: string
    cell: string
    figure_count: number | null
    figure_days: number | null
  }
  'register.stay': {
    stay_id: string
    person_id: string
    kind: 'hospital' | 'abroad' | 'no_fixed_abode'
    from_on: string
    to_on: string | null
    source_kind: string
    source_on: string | null
    source_ref_enc: Buffer | null
    recorded_at: Generated<string>
    recorded_by: string
    superseded_at: string | null
    replaces_id: string | null
  }
  'register.strikeout': {
    strikeout_id: string
    person_id: string
    noun: 'custody' | 'stay' | 'visit' | 'appeal_event' | 'serving'
    row_id: string
    approval_id: string
    proposed_by: string
    proposed_at: Generated<string>
  }
  'register.supervision': {
    supervision_id: string
    person_id: string
    station_id: string
    from_on: string
    began_at: Generated<string>
  }
  'register.takeover': {
    takeover_id: string
    from_posting_id: string
    to_posting_id: string
    taken_by: string
    draft_count: number
    taken_at: Generated<string>
  }
  'register.transfer': {
    transfer_id: string
    person_id: string
    from_station_id: string
    to_station_id: string
    from_district_id: string
    to_district_id: string
    cause: 'moved_house' | 'area_changed' | 'other_station'
    shown_enc: Buffer
    wrapped_key: Buffer | null
    kek_id: string
    offered_at: Generated<string>
    offered_by: string
    answer: 'accepted' | 'refused' | 'withdrawn' | 'assigned' | null
    answer_reason:
      | 'not_our_area'
      | 'not_living_here'
      | 'moved_on'
      | 'details_wrong'
      | 'offered_by_mistake'
      | 'not_answered'
      | 'refused_wrongly'
      | null
    answered_at: string | null
    answered_by: string | null
  }
  'register.trip': {
    trip_version_id: string
    trip_id: string
    person_id: string
    kind: 'abroad' | 'inside'
    departs_at: string
    returns_at: string | null
    cancelled_at: string | null
    country: string | null
    destination_enc: Buffer | null
    source_kind: string
    recorded_at: Generated<string>
    recorded_by: string
    superseded_at: string | null
    back_dated_enc: Buffer | null
  }
  'register.visit': {
    visit_id: string
    person_id: string
    visited_on: string
    result: 'found' | 'not_at_address'
    address_id: string | null
    station_id: string | null
    note_enc: Buffer | null
    recorded_at: Generated<string>
    recorded_by: string
    superseded_at: string | null
  }
}
