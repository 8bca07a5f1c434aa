global using InclusionPlatform.Shared;
global using InclusionPlatform.Shared.Http;
global using InclusionPlatform.Shared.Privacy;
