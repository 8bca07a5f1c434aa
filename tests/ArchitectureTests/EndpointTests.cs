using FluentValidation;
using InclusionPlatform.Shared.Messaging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.ArchitectureTests;

/// <summary>What the host really maps and registers.</summary>
internal sealed class EndpointTests
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "inclusion-tests", Guid.NewGuid().ToString("N"));
    private WebApplicationFactory<Program> host = null!;

    private IReadOnlyList<RouteEndpoint> Endpoints => [.. host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)];

    [OneTimeSetUp]
    public void Start() => host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
        .UseSetting("Platform:DataFolder", folder).UseSetting("Jobs:Enabled", "false"));

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void Endpoint_WhenMapped_IsClosedOrSaysThatItIsOpen()
    {
        Assert.That(Endpoints, Has.Count.GreaterThan(10));
        Assert.That(
            Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(endpoint => endpoint.DisplayName),
            Is.Empty,
            "each endpoint requires a right or says AllowAnonymous");
    }

    [Test]
    public void OpenEndpoint_WhenMapped_IsPublicOrSignsInOrHasASecretInItsAddress()
    {
        // Calendars cannot sign in: their address holds a secret that its owner can revoke.
        const string SecretAddress = "/api/v1/calendar-feeds/{token}.ics";
        var open = Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!).Distinct();

        Assert.That(open.Where(path => !path.StartsWith("/api/v1/public/", StringComparison.Ordinal) && !path.StartsWith("/api/v1/auth/", StringComparison.Ordinal) && path != SecretAddress), Is.Empty);
    }

    [Test]
    public void Endpoint_WhenMapped_HasNameSummaryAndTag()
    {
        Assert.That(
            Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is null
                || endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is null
                || endpoint.Metadata.GetMetadata<ITagsMetadata>() is null).Select(endpoint => endpoint.DisplayName),
            Is.Empty);
    }

    [Test]
    public void Parameter_WhenItTakesACode_IsReadAsTextSoThatAnUnknownOneIsNamedWithItsChoices()
    {
        var parameters = Endpoints.SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(parameter => (endpoint, parameter))).ToArray();
        Assert.That(parameters.Select(one => one.parameter.ParameterInfo.ParameterType), Has.Some.EqualTo(typeof(string)));

        Assert.That(
            parameters.Where(one => IsEnum(one.parameter.ParameterInfo.ParameterType)).Select(one => $"{one.endpoint.DisplayName}: {one.parameter.Name}"),
            Is.Empty,
            "the framework's own reading answers with a sentence that names no field: take a string marked [CodeOf], and read it with QueryCode.Read");

        static bool IsEnum(Type type) => (Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type).IsEnum;
    }

    [Test]
    public void Validator_WhenItNamesAField_TheFieldHasAnItalianAndAnEnglishName()
    {
        _ = host.Services;
        var validators = House.Assemblies.SelectMany(name => House.Load(name).GetTypes()).Where(type => !type.IsAbstract && typeof(IValidator).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null).ToArray();
        Assert.That(validators, Is.Not.Empty);
        var nameless = validators.SelectMany(type => ((IValidator)Activator.CreateInstance(type)!).CreateDescriptor().GetMembersWithValidators().Select(member => member.Key))
            .Where(field => field is not null).Select(field => field.Split('.', '[')[^1]).Distinct().Where(field => FieldLabels.Of(field) is null);

        Assert.That(nameless, Is.Empty);
    }
}
