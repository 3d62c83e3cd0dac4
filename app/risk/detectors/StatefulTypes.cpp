// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StatefulTypes.h"

#include "risk/Pattern.h"

#include <algorithm>
#include <set>

namespace countersign::risk
{

namespace
{

/// Source: the resource lists of the providers' documentation; only types whose deletion loses something that no apply brings
/// back.
const std::set<std::string_view> &terraformTypes()
{
    static const std::set<std::string_view> types{
        // AWS
        "aws_db_instance",
        "aws_db_cluster_snapshot",
        "aws_db_snapshot",
        "aws_rds_cluster",
        "aws_rds_cluster_instance",
        "aws_rds_global_cluster",
        "aws_docdb_cluster",
        "aws_neptune_cluster",
        "aws_redshift_cluster",
        "aws_redshiftserverless_namespace",
        "aws_dynamodb_table",
        "aws_dynamodb_global_table",
        "aws_keyspaces_table",
        "aws_qldb_ledger",
        "aws_timestreamwrite_database",
        "aws_timestreamwrite_table",
        "aws_memorydb_cluster",
        "aws_elasticache_cluster",
        "aws_elasticache_replication_group",
        "aws_elasticsearch_domain",
        "aws_opensearch_domain",
        "aws_opensearchserverless_collection",
        "aws_s3_bucket",
        "aws_s3_directory_bucket",
        "aws_ebs_volume",
        "aws_ebs_snapshot",
        "aws_efs_file_system",
        "aws_fsx_lustre_file_system",
        "aws_fsx_ontap_file_system",
        "aws_fsx_openzfs_file_system",
        "aws_fsx_windows_file_system",
        "aws_backup_vault",
        "aws_kms_key",
        "aws_secretsmanager_secret",
        "aws_ecr_repository",
        "aws_kinesis_stream",
        "aws_msk_cluster",
        "aws_msk_serverless_cluster",
        "aws_sqs_queue",
        "aws_mq_broker",
        "aws_cognito_user_pool",
        "aws_route53_zone",
        "aws_eks_cluster",
        "aws_elastic_beanstalk_environment",
        "aws_elastic_beanstalk_application",
        "aws_lightsail_database",
        "aws_glue_catalog_database",
        "aws_codecommit_repository",
        "aws_directory_service_directory",
        "aws_glacier_vault",
        "aws_cloudwatch_log_group",
        "aws_eip",
        // Google Cloud
        "google_sql_database",
        "google_sql_database_instance",
        "google_spanner_database",
        "google_spanner_instance",
        "google_bigtable_instance",
        "google_bigtable_table",
        "google_bigquery_dataset",
        "google_bigquery_table",
        "google_firestore_database",
        "google_storage_bucket",
        "google_compute_disk",
        "google_compute_region_disk",
        "google_compute_snapshot",
        "google_filestore_instance",
        "google_redis_instance",
        "google_redis_cluster",
        "google_alloydb_cluster",
        "google_alloydb_instance",
        "google_kms_crypto_key",
        "google_kms_key_ring",
        "google_secret_manager_secret",
        "google_container_cluster",
        "google_artifact_registry_repository",
        "google_dns_managed_zone",
        "google_pubsub_subscription",
        "google_composer_environment",
        "google_compute_address",
        "google_project",
        // Azure
        "azurerm_mssql_database",
        "azurerm_mssql_server",
        "azurerm_mssql_managed_instance",
        "azurerm_mssql_managed_database",
        "azurerm_sql_database",
        "azurerm_postgresql_server",
        "azurerm_postgresql_flexible_server",
        "azurerm_postgresql_database",
        "azurerm_postgresql_flexible_server_database",
        "azurerm_mysql_server",
        "azurerm_mysql_flexible_server",
        "azurerm_mysql_flexible_database",
        "azurerm_mariadb_server",
        "azurerm_cosmosdb_account",
        "azurerm_cosmosdb_sql_database",
        "azurerm_cosmosdb_sql_container",
        "azurerm_cosmosdb_mongo_database",
        "azurerm_redis_cache",
        "azurerm_storage_account",
        "azurerm_storage_container",
        "azurerm_storage_share",
        "azurerm_storage_table",
        "azurerm_managed_disk",
        "azurerm_snapshot",
        "azurerm_key_vault",
        "azurerm_key_vault_key",
        "azurerm_key_vault_secret",
        "azurerm_recovery_services_vault",
        "azurerm_data_protection_backup_vault",
        "azurerm_container_registry",
        "azurerm_kubernetes_cluster",
        "azurerm_dns_zone",
        "azurerm_eventhub",
        "azurerm_eventhub_namespace",
        "azurerm_servicebus_queue",
        "azurerm_servicebus_namespace",
        "azurerm_kusto_cluster",
        "azurerm_kusto_database",
        "azurerm_synapse_workspace",
        "azurerm_log_analytics_workspace",
        "azurerm_resource_group",
        "azurerm_public_ip",
        // Others
        "kubernetes_persistent_volume",
        "kubernetes_persistent_volume_v1",
        "kubernetes_persistent_volume_claim",
        "kubernetes_persistent_volume_claim_v1",
        "kubernetes_namespace",
        "kubernetes_namespace_v1",
        "kubernetes_stateful_set",
        "kubernetes_stateful_set_v1",
        "kubernetes_secret",
        "kubernetes_secret_v1",
        "digitalocean_database_cluster",
        "digitalocean_volume",
        "digitalocean_spaces_bucket",
        "digitalocean_kubernetes_cluster",
        "hcloud_volume",
        "linode_volume",
        "linode_database_postgresql",
        "linode_database_mysql",
        "oci_database_db_system",
        "oci_objectstorage_bucket",
        "oci_core_volume",
        "cloudflare_r2_bucket",
        "cloudflare_d1_database",
        "cloudflare_zone",
        "mongodbatlas_cluster",
        "mongodbatlas_advanced_cluster",
        "snowflake_database",
        "snowflake_table",
        "postgresql_database",
        "mysql_database",
        "vault_mount",
        "confluent_kafka_topic",
        "confluent_kafka_cluster",
        "kafka_topic",
        "aiven_pg",
        "aiven_kafka",
        "aiven_mysql",
        "elasticstack_elasticsearch_index",
        "github_repository",
        "openstack_blockstorage_volume_v3",
        "vsphere_virtual_disk",
        "proxmox_virtual_environment_vm",
        "tls_private_key",
        "random_password",
    };
    return types;
}

} // namespace

bool holdsState(const TerraformBlock &block)
{
    if (block.keyword == "resource")
        return terraformTypes().contains(block.type);
    static const RE2 speaksOfData(
        R"((?i)(?:^|[/_.-])(?:db|database|rds|aurora|postgres\w*|mysql|sql|dynamo\w*|redis|elasticache|mongo\w*|)"
        R"(kafka|msk|s3|bucket|storage|efs|volume|disk|vault|kms|cosmos\w*|spanner|bigquery|opensearch|elasticsearch|)"
        R"(backup|eks|gke|aks|dns|zone)(?:[/_.-]|$))",
        patternOptions());
    return block.keyword == "module"
        && (RE2::PartialMatch(block.name, speaksOfData) || RE2::PartialMatch(block.type, speaksOfData));
}

bool isStatefulCloudFormationType(std::string_view type)
{
    static constexpr std::string_view types[] = {
        "AWS::RDS::DBInstance",
        "AWS::RDS::DBCluster",
        "AWS::DynamoDB::Table",
        "AWS::DynamoDB::GlobalTable",
        "AWS::S3::Bucket",
        "AWS::EFS::FileSystem",
        "AWS::EC2::Volume",
        "AWS::ElastiCache::ReplicationGroup",
        "AWS::ElastiCache::CacheCluster",
        "AWS::Redshift::Cluster",
        "AWS::DocDB::DBCluster",
        "AWS::Neptune::DBCluster",
        "AWS::OpenSearchService::Domain",
        "AWS::Elasticsearch::Domain",
        "AWS::KMS::Key",
        "AWS::SecretsManager::Secret",
        "AWS::Kinesis::Stream",
        "AWS::MSK::Cluster",
        "AWS::SQS::Queue",
        "AWS::Cognito::UserPool",
        "AWS::ECR::Repository",
        "AWS::Backup::BackupVault",
        "AWS::Route53::HostedZone",
        "AWS::FSx::FileSystem",
        "AWS::QLDB::Ledger",
        "AWS::Serverless::SimpleTable",
        "AWS::MemoryDB::Cluster",
        "AWS::ElasticBeanstalk::Environment",
        "AWS::EKS::Cluster",
        "AWS::Timestream::Table",
    };
    return std::ranges::contains(types, type);
}

} // namespace countersign::risk
