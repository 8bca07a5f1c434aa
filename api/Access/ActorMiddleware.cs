using System.Collections.Concurrent;
using System.Security.Claims;

namespace InclusionPlatform.Api.Access;

/// <summary>Tells the scope of the request who acts, from the session or the access token.</summary>
internal sealed class ActorMiddleware(RequestDelegate next)
{
    private readonly ConcurrentDictionary<string, IReadOnlySet<Role>> roleSets = [];

    public Task InvokeAsync(HttpContext http)
    {
        if (http.User.Identity is { IsAuthenticated: true } identity)
        {
            var actor = http.RequestServices.GetRequiredService<Actor>();
            var id = Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
            if (identity.AuthenticationType == AccessTokens.Scheme)
            {
                actor.BecomeClient(id, http.User.FindFirstValue(ClaimTypes.Name)!, http.User.FindFirstValue(AccessTokens.ScopeClaim)!.Split(' ').ToHashSet());
            }
            else
            {
                var roles = string.Join(' ', http.User.FindAll(ClaimTypes.Role).Select(claim => claim.Value));
                actor.BecomePerson(id, http.User.FindFirstValue(ClaimTypes.Name)!, roleSets.GetOrAdd(roles, static names =>
                    names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.Parse<Role>(name, ignoreCase: true)).ToHashSet()));
            }
        }

        return next(http);
    }
}
