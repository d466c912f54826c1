resource "aws_cloudwatch_log_group" "whole" {
  name = "/aws/cloudtrail/whole"
}

resource "aws_cloudwatch_log_group" "gap" {
  name = "/aws/cloudtrail/gap"
}

resource "aws_cloudwatch_log_group" "cut" {
  name = "/aws/cloudtrail/cut"
}

resource "aws_cloudwatch_log_metric_filter" "whole_unauthorized_calls" {
  name           = "whole-unauthorized-calls"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }"
  metric_transformation {
    name      = "unauthorized-calls"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_console_without_mfa" {
  name           = "whole-console-without-mfa"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") && ($.userIdentity.type = \"IAMUser\") && ($.responseElements.ConsoleLogin = \"Success\") }"
  metric_transformation {
    name      = "console-without-mfa"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_root_use" {
  name           = "whole-root-use"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"
  metric_transformation {
    name      = "root-use"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_iam_policy_changes" {
  name           = "whole-iam-policy-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventName = DeleteGroupPolicy) || ($.eventName = DeleteRolePolicy) || ($.eventName = DeleteUserPolicy) || ($.eventName = PutGroupPolicy) || ($.eventName = PutRolePolicy) || ($.eventName = PutUserPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = CreatePolicyVersion) || ($.eventName = DeletePolicyVersion) || ($.eventName = AttachRolePolicy) || ($.eventName = DetachRolePolicy) || ($.eventName = AttachUserPolicy) || ($.eventName = DetachUserPolicy) || ($.eventName = AttachGroupPolicy) || ($.eventName = DetachGroupPolicy) }"
  metric_transformation {
    name      = "iam-policy-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_trail_changes" {
  name           = "whole-trail-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }"
  metric_transformation {
    name      = "trail-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_console_failures" {
  name           = "whole-console-failures"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }"
  metric_transformation {
    name      = "console-failures"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_key_disabled" {
  name           = "whole-key-disabled"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }"
  metric_transformation {
    name      = "key-disabled"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_bucket_policy_changes" {
  name           = "whole-bucket-policy-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }"
  metric_transformation {
    name      = "bucket-policy-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_config_changes" {
  name           = "whole-config-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventSource = config.amazonaws.com) && (($.eventName = StopConfigurationRecorder) || ($.eventName = DeleteDeliveryChannel) || ($.eventName = PutDeliveryChannel) || ($.eventName = PutConfigurationRecorder)) }"
  metric_transformation {
    name      = "config-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_security_group_changes" {
  name           = "whole-security-group-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }"
  metric_transformation {
    name      = "security-group-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_network_acl_changes" {
  name           = "whole-network-acl-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }"
  metric_transformation {
    name      = "network-acl-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_gateway_changes" {
  name           = "whole-gateway-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway) }"
  metric_transformation {
    name      = "gateway-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_route_table_changes" {
  name           = "whole-route-table-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventSource = ec2.amazonaws.com) && (($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable)) }"
  metric_transformation {
    name      = "route-table-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_vpc_changes" {
  name           = "whole-vpc-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink) }"
  metric_transformation {
    name      = "vpc-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_organization_changes" {
  name           = "whole-organization-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AcceptHandshake) || ($.eventName = AttachPolicy) || ($.eventName = CreateAccount) || ($.eventName = CreateOrganizationalUnit) || ($.eventName = CreatePolicy) || ($.eventName = DeclineHandshake) || ($.eventName = DeleteOrganization) || ($.eventName = DeleteOrganizationalUnit) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = DisablePolicyType) || ($.eventName = EnablePolicyType) || ($.eventName = InviteAccountToOrganization) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = UpdatePolicy) || ($.eventName = UpdateOrganizationalUnit)) }"
  metric_transformation {
    name      = "organization-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_unauthorized_calls" {
  name           = "gap-unauthorized-calls"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }"
  metric_transformation {
    name      = "unauthorized-calls"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_console_without_mfa" {
  name           = "gap-console-without-mfa"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") && ($.userIdentity.type = \"IAMUser\") && ($.responseElements.ConsoleLogin = \"Success\") }"
  metric_transformation {
    name      = "console-without-mfa"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_iam_policy_changes" {
  name           = "gap-iam-policy-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventName = DeleteGroupPolicy) || ($.eventName = DeleteRolePolicy) || ($.eventName = DeleteUserPolicy) || ($.eventName = PutGroupPolicy) || ($.eventName = PutRolePolicy) || ($.eventName = PutUserPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = CreatePolicyVersion) || ($.eventName = DeletePolicyVersion) || ($.eventName = AttachRolePolicy) || ($.eventName = DetachRolePolicy) || ($.eventName = AttachUserPolicy) || ($.eventName = DetachUserPolicy) || ($.eventName = AttachGroupPolicy) || ($.eventName = DetachGroupPolicy) }"
  metric_transformation {
    name      = "iam-policy-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_trail_changes" {
  name           = "gap-trail-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }"
  metric_transformation {
    name      = "trail-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_console_failures" {
  name           = "gap-console-failures"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }"
  metric_transformation {
    name      = "console-failures"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_key_disabled" {
  name           = "gap-key-disabled"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }"
  metric_transformation {
    name      = "key-disabled"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_bucket_policy_changes" {
  name           = "gap-bucket-policy-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }"
  metric_transformation {
    name      = "bucket-policy-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_config_changes" {
  name           = "gap-config-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventSource = config.amazonaws.com) && (($.eventName = StopConfigurationRecorder) || ($.eventName = DeleteDeliveryChannel) || ($.eventName = PutDeliveryChannel) || ($.eventName = PutConfigurationRecorder)) }"
  metric_transformation {
    name      = "config-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_security_group_changes" {
  name           = "gap-security-group-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }"
  metric_transformation {
    name      = "security-group-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_network_acl_changes" {
  name           = "gap-network-acl-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }"
  metric_transformation {
    name      = "network-acl-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_gateway_changes" {
  name           = "gap-gateway-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway) }"
  metric_transformation {
    name      = "gateway-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_route_table_changes" {
  name           = "gap-route-table-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventSource = ec2.amazonaws.com) && (($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable)) }"
  metric_transformation {
    name      = "route-table-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_vpc_changes" {
  name           = "gap-vpc-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink) }"
  metric_transformation {
    name      = "vpc-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_organization_changes" {
  name           = "gap-organization-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AcceptHandshake) || ($.eventName = AttachPolicy) || ($.eventName = CreateAccount) || ($.eventName = CreateOrganizationalUnit) || ($.eventName = CreatePolicy) || ($.eventName = DeclineHandshake) || ($.eventName = DeleteOrganization) || ($.eventName = DeleteOrganizationalUnit) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = DisablePolicyType) || ($.eventName = EnablePolicyType) || ($.eventName = InviteAccountToOrganization) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = UpdatePolicy) || ($.eventName = UpdateOrganizationalUnit)) }"
  metric_transformation {
    name      = "organization-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_unauthorized_calls" {
  name           = "cut-unauthorized-calls"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }"
  metric_transformation {
    name      = "unauthorized-calls"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_console_without_mfa" {
  name           = "cut-console-without-mfa"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") && ($.userIdentity.type = \"IAMUser\") && ($.responseElements.ConsoleLogin = \"Success\") }"
  metric_transformation {
    name      = "console-without-mfa"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_root_use" {
  name           = "cut-root-use"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"
  metric_transformation {
    name      = "root-use"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_iam_policy_changes" {
  name           = "cut-iam-policy-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventName = DeleteGroupPolicy) || ($.eventName = DeleteRolePolicy) || ($.eventName = DeleteUserPolicy) || ($.eventName = PutGroupPolicy) || ($.eventName = PutRolePolicy) || ($.eventName = PutUserPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = CreatePolicyVersion) || ($.eventName = DeletePolicyVersion) || ($.eventName = AttachRolePolicy) || ($.eventName = DetachRolePolicy) || ($.eventName = AttachUserPolicy) || ($.eventName = DetachUserPolicy) || ($.eventName = AttachGroupPolicy) || ($.eventName = DetachGroupPolicy) }"
  metric_transformation {
    name      = "iam-policy-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_trail_changes" {
  name           = "cut-trail-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) }"
  metric_transformation {
    name      = "trail-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_console_failures" {
  name           = "cut-console-failures"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }"
  metric_transformation {
    name      = "console-failures"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_key_disabled" {
  name           = "cut-key-disabled"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }"
  metric_transformation {
    name      = "key-disabled"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_bucket_policy_changes" {
  name           = "cut-bucket-policy-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }"
  metric_transformation {
    name      = "bucket-policy-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_config_changes" {
  name           = "cut-config-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventSource = config.amazonaws.com) && (($.eventName = StopConfigurationRecorder) || ($.eventName = DeleteDeliveryChannel) || ($.eventName = PutDeliveryChannel) || ($.eventName = PutConfigurationRecorder)) }"
  metric_transformation {
    name      = "config-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_security_group_changes" {
  name           = "cut-security-group-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }"
  metric_transformation {
    name      = "security-group-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_network_acl_changes" {
  name           = "cut-network-acl-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }"
  metric_transformation {
    name      = "network-acl-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_gateway_changes" {
  name           = "cut-gateway-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway) }"
  metric_transformation {
    name      = "gateway-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_route_table_changes" {
  name           = "cut-route-table-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventSource = ec2.amazonaws.com) && (($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable)) }"
  metric_transformation {
    name      = "route-table-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_vpc_changes" {
  name           = "cut-vpc-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink) }"
  metric_transformation {
    name      = "vpc-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_organization_changes" {
  name           = "cut-organization-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AcceptHandshake) || ($.eventName = AttachPolicy) || ($.eventName = CreateAccount) || ($.eventName = CreateOrganizationalUnit) || ($.eventName = CreatePolicy) || ($.eventName = DeclineHandshake) || ($.eventName = DeleteOrganization) || ($.eventName = DeleteOrganizationalUnit) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = DisablePolicyType) || ($.eventName = EnablePolicyType) || ($.eventName = InviteAccountToOrganization) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = UpdatePolicy) || ($.eventName = UpdateOrganizationalUnit)) }"
  metric_transformation {
    name      = "organization-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudtrail" "pass_whole" {
  name                       = "pass-whole"
  s3_bucket_name             = "con-records"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.whole.arn}:*"
}

resource "aws_cloudtrail" "fail_gap" {
  name                       = "fail-gap"
  s3_bucket_name             = "con-records"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.gap.arn}:*"
}

resource "aws_cloudtrail" "fail_cut" {
  name                       = "fail-cut"
  s3_bucket_name             = "con-records"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.cut.arn}:*"
}

resource "aws_cloudtrail" "fail_no_group" {
  name                       = "fail-no-group"
  s3_bucket_name             = "con-records"
}

resource "aws_cloudwatch_log_metric_filter" "whole_trust_changes" {
  name           = "whole-trust-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventSource = iam.amazonaws.com) && ($.eventName = UpdateAssumeRolePolicy) }"
  metric_transformation {
    name      = "trust-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_key_policy_changes" {
  name           = "whole-key-policy-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = PutKeyPolicy) }"
  metric_transformation {
    name      = "key-policy-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_detection_changes" {
  name           = "whole-detection-changes"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventName = DeleteDetector) || ($.eventName = DisableSecurityHub) || ($.eventName = DisableMacie) }"
  metric_transformation {
    name      = "detection-changes"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_emergency_use" {
  name           = "whole-emergency-use"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventName = AssumeRole*) && ($.requestParameters.roleArn = \"*break-glass*\") }"
  metric_transformation {
    name      = "emergency-use"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_archive_touched" {
  name           = "whole-archive-touched"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.requestParameters.bucketName = \"con-records\") && ($.eventName = Delete*) }"
  metric_transformation {
    name      = "archive-touched"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_trail_narrowed" {
  name           = "whole-trail-narrowed"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventSource = cloudtrail.amazonaws.com) && ($.eventName = PutEventSelectors) }"
  metric_transformation {
    name      = "trail-narrowed"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "whole_users_made" {
  name           = "whole-users-made"
  log_group_name = aws_cloudwatch_log_group.whole.name
  pattern        = "{ ($.eventSource = iam.amazonaws.com) && (($.eventName = CreateUser) || ($.eventName = CreateAccessKey)) }"
  metric_transformation {
    name      = "users-made"
    namespace = "whole"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_trust_changes" {
  name           = "gap-trust-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventSource = iam.amazonaws.com) && ($.eventName = UpdateAssumeRolePolicy) }"
  metric_transformation {
    name      = "trust-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_key_policy_changes" {
  name           = "gap-key-policy-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = PutKeyPolicy) }"
  metric_transformation {
    name      = "key-policy-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_detection_changes" {
  name           = "gap-detection-changes"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventName = DeleteDetector) || ($.eventName = DisableSecurityHub) || ($.eventName = DisableMacie) }"
  metric_transformation {
    name      = "detection-changes"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_emergency_use" {
  name           = "gap-emergency-use"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventName = AssumeRole*) && ($.requestParameters.roleArn = \"*break-glass*\") }"
  metric_transformation {
    name      = "emergency-use"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_archive_touched" {
  name           = "gap-archive-touched"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.requestParameters.bucketName = \"con-records\") && ($.eventName = Delete*) }"
  metric_transformation {
    name      = "archive-touched"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_trail_narrowed" {
  name           = "gap-trail-narrowed"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventSource = cloudtrail.amazonaws.com) && ($.eventName = PutEventSelectors) }"
  metric_transformation {
    name      = "trail-narrowed"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "gap_users_made" {
  name           = "gap-users-made"
  log_group_name = aws_cloudwatch_log_group.gap.name
  pattern        = "{ ($.eventSource = iam.amazonaws.com) && (($.eventName = CreateUser) || ($.eventName = CreateAccessKey)) }"
  metric_transformation {
    name      = "users-made"
    namespace = "gap"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_trust_changes" {
  name           = "cut-trust-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventSource = iam.amazonaws.com) && ($.eventName = UpdateAssumeRolePolicy) }"
  metric_transformation {
    name      = "trust-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_key_policy_changes" {
  name           = "cut-key-policy-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = PutKeyPolicy) }"
  metric_transformation {
    name      = "key-policy-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_detection_changes" {
  name           = "cut-detection-changes"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventName = DeleteDetector) || ($.eventName = DisableSecurityHub) || ($.eventName = DisableMacie) }"
  metric_transformation {
    name      = "detection-changes"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_emergency_use" {
  name           = "cut-emergency-use"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventName = AssumeRole*) && ($.requestParameters.roleArn = \"*break-glass*\") }"
  metric_transformation {
    name      = "emergency-use"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_archive_touched" {
  name           = "cut-archive-touched"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.requestParameters.bucketName = \"con-records\") && ($.eventName = Delete*) }"
  metric_transformation {
    name      = "archive-touched"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_trail_narrowed" {
  name           = "cut-trail-narrowed"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventSource = cloudtrail.amazonaws.com) && ($.eventName = PutEventSelectors) }"
  metric_transformation {
    name      = "trail-narrowed"
    namespace = "cut"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "cut_users_made" {
  name           = "cut-users-made"
  log_group_name = aws_cloudwatch_log_group.cut.name
  pattern        = "{ ($.eventSource = iam.amazonaws.com) && (($.eventName = CreateUser) || ($.eventName = CreateAccessKey)) }"
  metric_transformation {
    name      = "users-made"
    namespace = "cut"
    value     = "1"
  }
}
