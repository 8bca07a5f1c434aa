using Microsoft.AspNetCore.Authorization;

namespace InclusionPlatform.Shared;

/// <summary>What a person does in the service; a person may have several.</summary>
public enum Role
{
    /// <summary>Installs, configures, makes accounts and API clients. Sees no person's record.</summary>
    Administrator,

    /// <summary>Answers for the service and its équipes.</summary>
    Coordinator,

    /// <summary>Follows people: cases, plans, internships.</summary>
    Educator,

    /// <summary>Keeps the company bank alive.</summary>
    CompanyOperator,

    /// <summary>Runs courses.</summary>
    Trainer,

    /// <summary>Publishes opportunities and the bulletin.</summary>
    BulletinEditor,

    /// <summary>Reads logs and reports, changes nothing.</summary>
    Auditor,
}

/// <summary>Something that may be done, given to roles, and to API clients as an OAuth scope of the same name.</summary>
/// <param name="Name">As in <c>companies:read</c>: policy, scope and entry of <c>/auth/me</c> at once.</param>
/// <param name="Description">What it allows, for the administrator who gives it and for the API's page.</param>
/// <param name="ForClients">Whether the administrator may give it to an API client.</param>
/// <param name="Roles">Who has it by role.</param>
public sealed record Right(string Name, Words Description, bool ForClients, params IReadOnlyList<Role> Roles);

/// <summary>Whoever is behind the request, job or start-up at hand.</summary>
public interface ICurrentUser
{
    /// <summary>Account id, API client id, or <see cref="Guid.Empty"/> for the platform itself and for anonymous visitors.</summary>
    Guid Id { get; }

    /// <summary>A person, an API client, the platform itself, or nobody known.</summary>
    ActorKind Kind { get; }

    /// <summary>How the person is called on screens.</summary>
    string DisplayName { get; }

    /// <summary>Roles of a person; empty for the others.</summary>
    IReadOnlySet<Role> Roles { get; }

    /// <summary>Whether the right is given, by role or by scope. The platform itself has all.</summary>
    bool Has(string right);
}

/// <summary>Who acts.</summary>
public enum ActorKind
{
    /// <summary>A visitor of the public pages.</summary>
    Anonymous,

    /// <summary>A person who signed in.</summary>
    Person,

    /// <summary>A third-party system.</summary>
    Client,

    /// <summary>A job or the start-up.</summary>
    Platform,
}

/// <summary>The actor of one scope, set once by who opens it: the sign-in middleware, a job, the start-up.</summary>
public sealed class Actor(RightRegistry rights) : ICurrentUser
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();
    private static readonly IReadOnlySet<Role> NoRoles = new HashSet<Role>();
    private IReadOnlySet<string> scopes = None;

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public ActorKind Kind { get; private set; }

    /// <inheritdoc/>
    public string DisplayName { get; private set; } = "";

    /// <inheritdoc/>
    public IReadOnlySet<Role> Roles { get; private set; } = NoRoles;

    /// <inheritdoc/>
    public bool Has(string right) => Kind switch
    {
        ActorKind.Platform => true,
        ActorKind.Person => rights.IsGiven(right, Roles),
        ActorKind.Client => scopes.Contains(right),
        _ => false,
    };

    /// <summary>The scope works for a person.</summary>
    public void BecomePerson(Guid id, string displayName, IReadOnlySet<Role> roles) => (Id, Kind, DisplayName, Roles) = (id, ActorKind.Person, displayName, roles);

    /// <summary>The scope works for a third-party system.</summary>
    public void BecomeClient(Guid id, string name, IReadOnlySet<string> clientScopes) => (Id, Kind, DisplayName, scopes) = (id, ActorKind.Client, name, clientScopes);

    /// <summary>The scope works for the platform itself.</summary>
    public void BecomePlatform() => (Id, Kind, DisplayName) = (Guid.Empty, ActorKind.Platform, "platform");
}

/// <summary>All rights of all modules.</summary>
public sealed class RightRegistry
{
    private readonly Dictionary<string, Right> byName;
    private readonly Dictionary<string, HashSet<Role>> rolesByName;

    /// <summary>Collects what the modules registered; two rights of one name are an error of the programmer.</summary>
    public RightRegistry(IEnumerable<Right> rights)
    {
        byName = rights.ToDictionary(right => right.Name);
        rolesByName = byName.ToDictionary(pair => pair.Key, pair => pair.Value.Roles.ToHashSet());
    }

    /// <summary>All of them, by name.</summary>
    public IReadOnlyDictionary<string, Right> All => byName;

    /// <summary>Whether one of the roles has the right.</summary>
    public bool IsGiven(string right, IReadOnlySet<Role> roles) => rolesByName.TryGetValue(right, out var given) && given.Overlaps(roles);
}

/// <summary>What opens an endpoint, where two rights do; said in the API's page and to a system whose token has neither.</summary>
/// <param name="Right">The right that opens all of it.</param>
/// <param name="ForOwn">The right that opens what the caller made itself.</param>
public sealed record RightOrOwn(string Right, string ForOwn);

/// <summary>How modules declare their rights and close their endpoints with them.</summary>
public static class AccessRegistration
{
    /// <summary>Declares rights of a module.</summary>
    public static IServiceCollection AddRights(this IServiceCollection services, params IEnumerable<Right> rights)
    {
        foreach (var right in rights)
        {
            services.AddSingleton(right);
            services.Configure<AuthorizationOptions>(options => options.AddPolicy(right.Name, policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.Resource is HttpContext http && http.RequestServices.GetRequiredService<ICurrentUser>().Has(right.Name))));
        }

        return services;
    }

    /// <summary>Closes an endpoint to whoever has neither the right nor the one that opens only what is one's own; the handler keeps to that.</summary>
    public static TBuilder RequireRight<TBuilder>(this TBuilder endpoint, string right, string forOwn) where TBuilder : IEndpointConventionBuilder => endpoint
        .RequireAuthorization(policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.Resource is HttpContext http && http.RequestServices.GetRequiredService<ICurrentUser>() is var user && (user.Has(right) || user.Has(forOwn))))
        .WithMetadata(new RightOrOwn(right, forOwn));

    /// <summary>Closes an endpoint to whoever lacks the right.</summary>
    public static TBuilder RequireRight<TBuilder>(this TBuilder endpoint, string right) where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(right);
}
