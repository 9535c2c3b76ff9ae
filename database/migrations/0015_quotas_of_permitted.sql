-- Quotas only where a policy permits the act: numbers and photographs are shown to the Bureau, prosecutors and stations.
-- A legal officer and a District Police Officer keep theirs for searches: giving a purpose for one record counts as one.
delete from register.quota_limit
 where act in ('show_number', 'view_photo') and role in ('legal_officer', 'district_police_officer');
