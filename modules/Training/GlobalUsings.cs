global using InclusionPlatform.Shared;
