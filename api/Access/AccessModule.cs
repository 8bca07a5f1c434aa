using InclusionPlatform.Api.Access.Clients;
using InclusionPlatform.Api.Access.Demo;
using InclusionPlatform.Api.Access.Log;
using InclusionPlatform.Api.Access.SetUp;
using InclusionPlatform.Api.Access.Users;
using InclusionPlatform.Api.Hosting;
using InclusionPlatform.Shared.Messaging;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access;

/// <summary>Sign-in of people and third-party systems.</summary>
internal static class AccessModule
{
    public const string ManageAccess = "access:manage";
    public const string ReadAudit = "audit:read";

    private const string EitherScheme = "session-or-token";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        FieldLabels.Add(
            ("email", "E-mail", "E-mail"),
            ("password", "Password", "Password"),
            ("currentPassword", "Password attuale", "Current password"),
            ("newPassword", "Nuova password", "New password"),
            ("displayName", "Nome e cognome", "Full name"),
            ("roles", "Ruoli", "Roles"),
            ("scopes", "Permessi", "Scopes"),
            ("name", "Nome", "Name"),
            ("token", "Collegamento monouso", "One-time link"));
        services.AddRights(
            new Right(ManageAccess, new("Gestire account e sistemi esterni", "Manage accounts and third-party systems"), false, Role.Administrator),
            new Right(ReadAudit, new("Leggere il registro degli accessi", "Read the access log"), false, Role.Administrator, Role.Auditor));

        services.AddIdentityCore<PlatformUser>(PasswordRules.Configure).AddUserStore<UserStore>();
        services.AddScoped<IPasswordValidator<PlatformUser>, PasswordRules>();
        services.AddScoped<IColleagues, Colleagues>();
        services.AddSingleton<UserStamps>();
        services.AddSingleton<ClientStamps>();
        services.AddSingleton<UnknownSignIns>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<ForgeryChecks>();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = Sessions.ForgeryHeader;
            options.Cookie.Name = Sessions.SecretForgeryCookie;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, options => options.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count > 0 ? AccessTokens.Scheme : Sessions.Scheme)
            .AddCookie(Sessions.Scheme, Sessions.Configure)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenHandler>(AccessTokens.Scheme, null);
        services.AddOptions<CookieAuthenticationOptions>(Sessions.Scheme).Configure<IDataProtectionProvider>((options, protection) =>
            options.TicketDataFormat = new RememberingTicketFormat(protection.CreateProtector("InclusionPlatform.Sessions.v1")));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSlicesOf(typeof(AccessModule).Assembly);
        services.AddScoped<IDueWorkSource, DueAccounts>();
        services.AddSingleton<IStartUpStep, DemoAccounts>();
        services.AddSingleton<SetUpLink>();
        return services;
    }

    public static void MapAccess(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Access");
        auth.MapSignIn();
        auth.MapSignOut();
        auth.MapGetMe();
        auth.MapChangePassword();
        auth.MapIssueAccessToken();
        auth.MapSetUpPlatform();

        var users = api.MapGroup("/users").WithTags("Access");
        users.MapListUsers();
        users.MapCreateUser();
        users.MapGetUser();
        users.MapChangeUser();
        users.MapDisableUser();
        users.MapEnableUser();
        users.MapResetPassword();

        var clients = api.MapGroup("/api-clients").WithTags("Access");
        clients.MapListApiClients();
        clients.MapListScopes();
        clients.MapCreateApiClient();
        clients.MapRevokeApiClient();
        clients.MapRenewApiClientSecret();

        api.MapListAuditEntries();
        api.MapVerifyAuditEntries();
    }
}
