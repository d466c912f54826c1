resource "aws_emr_security_configuration" "pass_roles" {
  name          = "features-pass-roles"
  configuration = <<-JSON
    {"InstanceMetadataServiceConfiguration": {"MinimumInstanceMetadataServiceVersion": 2, "HttpPutResponseHopLimit": 1}, "AuthorizationConfiguration": {"IAMConfiguration": {"EnableApplicationScopedIAMRole": true, "ApplicationScopedIAMRoleConfiguration": {"PropagateSourceIdentity": true}}}}
  JSON
}

resource "aws_emr_security_configuration" "pass_kerberos" {
  name          = "features-pass-kerberos"
  configuration = <<-JSON
    {"InstanceMetadataServiceConfiguration": {"MinimumInstanceMetadataServiceVersion": 2, "HttpPutResponseHopLimit": 1}, "AuthenticationConfiguration": {"KerberosConfiguration": {"Provider": "ClusterDedicatedKdc"}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_tokens" {
  name          = "features-fail-tokens"
  configuration = <<-JSON
    {"InstanceMetadataServiceConfiguration": {"MinimumInstanceMetadataServiceVersion": 1, "HttpPutResponseHopLimit": 1}, "AuthorizationConfiguration": {"IAMConfiguration": {"EnableApplicationScopedIAMRole": true, "ApplicationScopedIAMRoleConfiguration": {"PropagateSourceIdentity": true}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_hops" {
  name          = "features-fail-hops"
  configuration = <<-JSON
    {"InstanceMetadataServiceConfiguration": {"MinimumInstanceMetadataServiceVersion": 2, "HttpPutResponseHopLimit": 2}, "AuthorizationConfiguration": {"IAMConfiguration": {"EnableApplicationScopedIAMRole": true, "ApplicationScopedIAMRoleConfiguration": {"PropagateSourceIdentity": true}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_roles" {
  name          = "features-fail-roles"
  configuration = <<-JSON
    {"InstanceMetadataServiceConfiguration": {"MinimumInstanceMetadataServiceVersion": 2, "HttpPutResponseHopLimit": 1}, "AuthorizationConfiguration": {"IAMConfiguration": {"EnableApplicationScopedIAMRole": false}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_nobody" {
  name          = "features-fail-nobody"
  configuration = <<-JSON
    {"InstanceMetadataServiceConfiguration": {"MinimumInstanceMetadataServiceVersion": 2, "HttpPutResponseHopLimit": 1}}
  JSON
}

resource "aws_emr_security_configuration" "fail_nothing" {
  name          = "features-fail-nothing"
  configuration = <<-JSON
    {}
  JSON
}

resource "aws_emr_security_configuration" "fail_nameless_jobs" {
  name          = "features-fail-nameless-jobs"
  configuration = <<-JSON
    {"InstanceMetadataServiceConfiguration": {"MinimumInstanceMetadataServiceVersion": 2, "HttpPutResponseHopLimit": 1}, "AuthorizationConfiguration": {"IAMConfiguration": {"EnableApplicationScopedIAMRole": true, "ApplicationScopedIAMRoleConfiguration": {"PropagateSourceIdentity": false}}}}
  JSON
}
