// A core module, not a component: what a plugin's author gets who forgets the last step.

__attribute__((export_name("add"))) int add(int a, int b) {
    return a + b;
}
